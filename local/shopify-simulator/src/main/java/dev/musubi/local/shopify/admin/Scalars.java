package dev.musubi.local.shopify.admin;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;

/** Shopify's own scalars, all of which are strings in JSON. */
final class Scalars {
  private static final List<String> NAMES =
      List.of("DateTime", "Decimal", "Money", "UnsignedInt64", "URL");

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return NAMES.stream()
        .map(name -> GraphQLScalarType.newScalar().name(name).coercing(new Text()).build())
        .toList();
  }

  private static final class Text implements Coercing<String, String> {
    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value.toString();
    }

    @Override
    public String parseValue(Object input, GraphQLContext context, Locale locale) {
      return input.toString();
    }

    @Override
    public String parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (input instanceof StringValue text) {
        return text.getValue();
      }
      throw new CoercingParseLiteralException("a string is expected");
    }
  }
}
