package dev.musubi.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in which a world finds the product's template and zips, and the yardsticks beside them:
 * functions of the same stack, behind the same gateway and front door, under the same rules.
 */
final class Ground {
  private static final List<String> YARDSTICKS =
      List.of("bare", "bare-framework", "bare-send", "bare-update");
  private static final String ROUTES = "      RouteSettings:\n";
  private static final String RESOURCES = "\nResources:\n";

  private Ground() {}

  /** The product as it is, and the yardsticks; the API's own throttle is lifted. */
  static Path withYardsticks(Path project) {
    return laid(project, "whole", template(project));
  }

  /** The same, but what comes in stays in its queue: nothing works beside what is measured. */
  static Path withoutInbound(Path project) {
    return laid(
        project,
        "intake",
        template(project)
            .replace("Queue: !GetAtt InboundLineQueue.Arn", "Queue: !GetAtt BareQueue.Arn")
            .replace("Queue: !GetAtt InboundShopifyQueue.Arn", "Queue: !GetAtt BareQueue.Arn"));
  }

  /**
   * The product as it is after a snapshot: each function is primed before it is called. Lambda sets
   * the variable itself; here it makes its runtime client go that way.
   */
  static Path primed(Path project) {
    String variables = "      Environment:\n        Variables:\n";
    return laid(
        project,
        "primed",
        replaced(
            template(project),
            variables,
            variables + "          AWS_LAMBDA_INITIALIZATION_TYPE: snap-start\n"));
  }

  private static String template(Path project) {
    try {
      String template = Files.readString(project.resolve("template.yaml"));
      return replaced(
          replaced(
              template.replace(
                  "{ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000}",
                  "{ThrottlingRateLimit: 10000, ThrottlingBurstLimit: 10000}"),
              ROUTES,
              ROUTES + routes()),
          RESOURCES,
          RESOURCES + resources());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String text, String what, String by) {
    if (!text.contains(what)) {
      throw new IllegalStateException("template.yaml has no line " + what.strip());
    }
    return text.replace(what, by);
  }

  private static String routes() {
    StringBuilder routes = new StringBuilder();
    YARDSTICKS.forEach(
        name ->
            routes.append(
                "        POST /%s: {ThrottlingRateLimit: 10000, ThrottlingBurstLimit: 10000}%n"
                    .formatted(name)));
    return routes.toString();
  }

  private static String resources() {
    return """
      BareQueue:
        Type: AWS::SQS::Queue
    """
        + function("Bare", "bare", "", "")
        + function("BareFramework", "bare-framework", "", "")
        + function(
            "BareSend",
            "bare-send",
            "{QUEUE: !Ref InboundLineQueue}",
            "{Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt InboundLineQueue.Arn}")
        + function(
            "BareUpdate",
            "bare-update",
            "{TABLE: !Ref ShoppingTable}",
            "{Effect: Allow, Action: dynamodb:UpdateItem, Resource: !GetAtt ShoppingTable.Arn}");
  }

  private static String function(String id, String path, String variables, String statement) {
    String grants =
        statement.isEmpty()
            ? ""
            : "      Environment: {Variables: %s}\n".formatted(variables)
                + "      Policies: [{Version: \"2012-10-17\", Statement: [%s]}]\n"
                    .formatted(statement);
    return """
      %sFunction:
        Type: AWS::Serverless::Function
        Properties:
          Handler: dev.musubi.local.yardsticks.%sFunction
    %s      Events:
            Called:
              Type: HttpApi
              Properties: {ApiId: !Ref Api, Method: POST, Path: "/%s"}
    """
        .formatted(id, id, grants, path);
  }

  private static Path laid(Path project, String name, String template) {
    Path ground = project.resolve("target").resolve("bench").resolve(name);
    try {
      Files.createDirectories(ground);
      Files.writeString(ground.resolve("template.yaml"), template);
      try (Stream<Path> functions = Files.list(project.resolve("functions"))) {
        for (Path function : functions.filter(Files::isDirectory).toList()) {
          String folder = function.getFileName().toString();
          zip(ground, folder, function.resolve("target/musubi-" + folder + ".zip"));
        }
      }
      for (String yardstick : YARDSTICKS) {
        zip(ground, yardstick, project.resolve("local/yardsticks/target/musubi-yardsticks.zip"));
      }
      return ground;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void zip(Path ground, String folder, Path zip) throws IOException {
    Path place = ground.resolve("functions/%s/target/musubi-%s.zip".formatted(folder, folder));
    Files.createDirectories(place.getParent());
    Files.deleteIfExists(place);
    Files.createSymbolicLink(place, zip.toAbsolutePath());
  }
}
