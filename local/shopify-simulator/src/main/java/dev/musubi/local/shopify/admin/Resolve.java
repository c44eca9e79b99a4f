package dev.musubi.local.shopify.admin;

import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import graphql.GraphqlErrorException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The ways in which fields of the API find their values in the shop of the request. */
final class Resolve {
  private Resolve() {}

  /** The shop that the request's token belongs to. */
  static Shop shop(DataFetchingEnvironment env) {
    return env.getGraphQlContext().get(Shop.class);
  }

  /** From the object that the field stands in. */
  static <T> DataFetcher<Object> from(Class<T> type, BiFunction<Shop, T, Object> value) {
    return env -> value.apply(shop(env), type.cast(env.getSource()));
  }

  /** By a gid of one type; a gid of another type is an error, an unknown number is null. */
  static DataFetcher<Object> byId(
      String type, String scope, BiFunction<Shop, Long, Optional<?>> find) {
    return env -> {
      requireScope(env, scope);
      String id = env.getArgument("id");
      long number =
          Numbers.ofGid(type, id)
              .orElseThrow(() -> error("Invalid id: " + id, "RESOURCE_NOT_FOUND"));
      return find.apply(shop(env), number).orElse(null);
    };
  }

  static void requireScope(DataFetchingEnvironment env, String scope) {
    if (!shop(env).spec().app().mayUse(scope)) {
      throw GraphqlErrorException.newErrorException()
          .message(
              "Access denied for %s field. Required access: `%s` access scope."
                  .formatted(env.getField().getName(), scope))
          .extensions(Map.of("code", "ACCESS_DENIED", "requiredAccess", scope))
          .build();
    }
  }

  /** Times of the API have no fractions. */
  static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  static GraphqlErrorException error(String message, String code) {
    return GraphqlErrorException.newErrorException()
        .message(message)
        .extensions(Map.of("code", code))
        .build();
  }
}
