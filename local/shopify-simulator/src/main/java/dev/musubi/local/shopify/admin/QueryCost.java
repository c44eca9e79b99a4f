package dev.musubi.local.shopify.admin;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.List;
import java.util.Map;

/**
 * What a query costs: nothing for a value, a point for an object, ten for a mutation, and for a
 * connection as many of its nodes as are asked for.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/limits">Shopify: calculated query cost</a>
 */
final class QueryCost {
  static final int SINGLE_QUERY_LIMIT = 1_000;
  private static final int MUTATION = 10;
  private static final int CONNECTION = 2;

  private final GraphQLSchema schema;

  QueryCost(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** Before it is executed, as if every list were full. */
  int requested(Document document, String operation, Map<String, Object> variables) {
    return QueryComplexityCalculator.newCalculator()
        .schema(schema)
        .document(document)
        .operationName(operation)
        .variables(CoercedVariables.of(variables))
        .fieldComplexityCalculator(QueryCost::cost)
        .build()
        .calculate();
  }

  private static int cost(FieldComplexityEnvironment field, int children) {
    GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
    String parent = field.getParentType().getName();
    if (parent.equals("Mutation")) {
      return MUTATION;
    }
    if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
      return 0;
    }
    if (field.getArguments().get("first") instanceof Integer first) {
      boolean connection = type.getName().endsWith("Connection");
      return connection ? CONNECTION + children * first : (1 + children) * first;
    }
    if (field.getArguments().get("ids") instanceof List<?> ids) {
      return (1 + children) * ids.size();
    }
    return type.getName().equals("PageInfo") ? 0 : 1 + children;
  }

  /** After it was executed, by what came out. */
  static int actual(boolean mutation, Object data) {
    return mutation ? MUTATION : Math.max(0, objects(data) - 1);
  }

  private static int objects(Object value) {
    return switch (value) {
      case Map<?, ?> object -> 1 + object.values().stream().mapToInt(QueryCost::objects).sum();
      case List<?> list -> list.stream().mapToInt(QueryCost::objects).sum();
      case null, default -> 0;
    };
  }
}
