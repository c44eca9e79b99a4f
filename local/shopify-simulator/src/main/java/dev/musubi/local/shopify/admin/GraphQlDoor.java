package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.shop.AppAccess;
import dev.musubi.local.shopify.shop.Call;
import dev.musubi.local.shopify.shop.Shop;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets GraphQL requests in as far as their cost allows, executes them and records them. */
final class GraphQlDoor {
  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final QueryCost cost;

  GraphQlDoor(GraphQLSchema schema) {
    this.schema = schema;
    this.graphql = GraphQL.newGraphQL(schema).build();
    this.cost = new QueryCost(schema);
  }

  record Request(String query, Optional<String> operation, Map<String, Object> variables) {
    ExecutionInput input(Shop shop) {
      return ExecutionInput.newExecutionInput(query)
          .operationName(operation.orElse(null))
          .variables(variables)
          .graphQLContext(Map.of(Shop.class, shop))
          .build();
    }
  }

  Map<String, Object> execute(Shop shop, Request request, Instant now) {
    ParseAndValidateResult parsed = ParseAndValidate.parseAndValidate(schema, request.input(shop));
    if (parsed.isFailure()) {
      return ExecutionResult.newExecutionResult()
          .errors(parsed.getErrors())
          .build()
          .toSpecification();
    }
    int requested =
        cost.requested(parsed.getDocument(), request.operation().orElse(null), request.variables());
    if (requested > QueryCost.SINGLE_QUERY_LIMIT) {
      record(shop, request, now, "max-cost-exceeded");
      return tooExpensive(requested);
    }
    if (requested > shop.access().available(now)) {
      return throttle(shop, request, now);
    }
    record(shop, request, now, "executed");
    ExecutionResult result = graphql.execute(request.input(shop));
    int actual =
        Math.min(
            requested, QueryCost.actual(mutation(parsed.getDocument(), request), result.getData()));
    shop.access().spend(actual);
    Map<String, Object> answer = new LinkedHashMap<>(result.toSpecification());
    answer.put("extensions", Map.of("cost", cost(shop, now, requested, actual)));
    return answer;
  }

  /** Refuses for want of points, whether or not there are enough. */
  Map<String, Object> throttle(Shop shop, Request request, Instant now) {
    ParseAndValidateResult parsed = ParseAndValidate.parseAndValidate(schema, request.input(shop));
    int requested =
        parsed.isFailure()
            ? 0
            : cost.requested(
                parsed.getDocument(), request.operation().orElse(null), request.variables());
    record(shop, request, now, "throttled");
    Map<String, Object> error =
        Map.of("message", "Throttled", "extensions", Map.of("code", "THROTTLED"));
    return Map.of(
        "errors", List.of(error), "extensions", Map.of("cost", cost(shop, now, requested, null)));
  }

  private static Map<String, Object> tooExpensive(int requested) {
    String message =
        "Query cost is %d, which exceeds the single query max cost limit (%d)."
            .formatted(requested, QueryCost.SINGLE_QUERY_LIMIT);
    Map<String, Object> details =
        Map.of(
            "code",
            "MAX_COST_EXCEEDED",
            "cost",
            requested,
            "maxCost",
            QueryCost.SINGLE_QUERY_LIMIT);
    return Map.of("errors", List.of(Map.of("message", message, "extensions", details)));
  }

  private static Map<String, Object> cost(Shop shop, Instant now, int requested, Integer actual) {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("requestedQueryCost", requested);
    cost.put("actualQueryCost", actual);
    cost.put(
        "throttleStatus",
        Map.of(
            "maximumAvailable", (double) AppAccess.BUCKET,
            "currentlyAvailable", shop.access().available(now),
            "restoreRate", (double) AppAccess.RESTORED_PER_SECOND));
    return cost;
  }

  /** Notes one call for each root field; what is no valid GraphQL is not an operation. */
  void record(Shop shop, Request request, Instant now, String answer) {
    ParseAndValidateResult parsed = ParseAndValidate.parse(request.input(shop));
    if (!parsed.isFailure()) {
      operation(parsed.getDocument(), request)
          .map(o -> o.getSelectionSet().getSelectionsOfType(Field.class))
          .orElse(List.of())
          .forEach(
              field ->
                  shop.access()
                      .record(new Call(now, field.getName(), request.variables(), answer)));
    }
  }

  private static boolean mutation(Document document, Request request) {
    return operation(document, request)
        .filter(o -> o.getOperation() == OperationDefinition.Operation.MUTATION)
        .isPresent();
  }

  private static Optional<OperationDefinition> operation(Document document, Request request) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .filter(o -> request.operation().isEmpty() || request.operation().get().equals(o.getName()))
        .findFirst();
  }
}
