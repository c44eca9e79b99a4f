package dev.musubi.local.world.frontdoor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How each service words its errors. See <a
 * href="https://smithy.io/2.0/aws/protocols/index.html">AWS's protocols</a>.
 */
enum Dialect {
  DYNAMODB("dynamodb", 400, 400, "ProvisionedThroughputExceededException", "InternalServerError"),
  SQS("sqs", 403, 403, "RequestThrottled", "InternalError"),
  SCHEDULER("scheduler", 403, 429, "ThrottlingException", "InternalServerException"),
  SSM("ssm", 400, 400, "ThrottlingException", "InternalServerError");

  private final String service;
  private final int deniedStatus;
  private final int throttledStatus;
  private final String throttledCode;
  private final String failedCode;

  Dialect(
      String service,
      int deniedStatus,
      int throttledStatus,
      String throttledCode,
      String failedCode) {
    this.service = service;
    this.deniedStatus = deniedStatus;
    this.throttledStatus = throttledStatus;
    this.throttledCode = throttledCode;
    this.failedCode = failedCode;
  }

  static Optional<Dialect> of(String service) {
    return Arrays.stream(values()).filter(d -> d.service.equals(service)).findFirst();
  }

  String service() {
    return service;
  }

  AwsAnswer denied(String message) {
    return error(deniedStatus, "AccessDeniedException", message);
  }

  AwsAnswer throttled() {
    return error(throttledStatus, throttledCode, "Rate exceeded");
  }

  AwsAnswer failed() {
    return error(500, failedCode, "The service failed.");
  }

  AwsAnswer error(int status, String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Map<String, String> headers = new LinkedHashMap<>();
    switch (this) {
      case SCHEDULER -> {
        headers.put("content-type", "application/json");
        headers.put("x-amzn-errortype", code);
        body.put("Message", message);
      }
      case SQS -> {
        headers.put("content-type", "application/x-amz-json-1.0");
        headers.put("x-amzn-query-error", code + ";Sender");
        body.put("__type", "com.amazonaws.sqs#" + code).put("message", message);
      }
      case DYNAMODB -> {
        headers.put("content-type", "application/x-amz-json-1.0");
        body.put("__type", "com.amazonaws.dynamodb.v20120810#" + code).put("message", message);
      }
      case SSM -> {
        headers.put("content-type", "application/x-amz-json-1.1");
        body.put("__type", code).put("message", message);
      }
    }
    return new AwsAnswer(status, headers, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  AwsAnswer ok(ObjectNode body) {
    String type = this == SCHEDULER ? "application/json" : "application/x-amz-json-1.1";
    return new AwsAnswer(
        200, Map.of("content-type", type), body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
