package dev.musubi.local.shopify.admin;

import static dev.musubi.local.shopify.admin.Resolve.from;
import static dev.musubi.local.shopify.admin.Resolve.seconds;

import dev.musubi.local.shopify.shop.Metafield;
import dev.musubi.local.shopify.shop.Numbers;
import dev.musubi.local.shopify.shop.Shop;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Metafields, which so far only customers have. */
final class MetafieldTypes {
  private static final String RESERVED = "$app";

  private MetafieldTypes() {}

  static void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Metafield", MetafieldTypes::metafield);
  }

  /**
   * What stands for {@code $app} and {@code $app:name}; without a namespace it is the app's own.
   */
  static String namespace(Shop shop, Optional<String> wanted) {
    String namespace = wanted.orElse(RESERVED);
    if (!namespace.equals(RESERVED) && !namespace.startsWith(RESERVED + ":")) {
      return namespace;
    }
    String app = "app--" + Integer.toUnsignedLong(shop.spec().app().clientId().hashCode());
    return app + namespace.substring(RESERVED.length()).replace(":", "--");
  }

  static Object one(DataFetchingEnvironment env, String owner) {
    Shop shop = Resolve.shop(env);
    Optional<String> namespace = Optional.ofNullable(env.getArgument("namespace"));
    String key = env.getArgument("key");
    return shop.metafields()
        .find(new Metafield.Name(owner, namespace(shop, namespace), key))
        .orElse(null);
  }

  static Object all(DataFetchingEnvironment env, String owner) {
    Shop shop = Resolve.shop(env);
    Optional<String> namespace =
        Optional.<String>ofNullable(env.getArgument("namespace"))
            .map(n -> namespace(shop, Optional.of(n)));
    List<Metafield> wanted =
        shop.metafields().of(owner).stream()
            .filter(m -> namespace.isEmpty() || namespace.get().equals(m.name().namespace()))
            .toList();
    return Connection.of(wanted, env);
  }

  private static TypeRuntimeWiring.Builder metafield(TypeRuntimeWiring.Builder type) {
    return type.dataFetcher("id", of(m -> Numbers.gid("Metafield", m.id())))
        .dataFetcher("legacyResourceId", of(Metafield::id))
        .dataFetcher("namespace", of(m -> m.name().namespace()))
        .dataFetcher("key", of(m -> m.name().key()))
        .dataFetcher("type", of(Metafield::type))
        .dataFetcher("value", of(Metafield::value))
        .dataFetcher("compareDigest", of(Metafield::digest))
        .dataFetcher("sizeInBytes", of(m -> m.value().getBytes(StandardCharsets.UTF_8).length))
        .dataFetcher("createdAt", of(m -> seconds(m.createdAt())))
        .dataFetcher("updatedAt", of(m -> seconds(m.updatedAt())));
  }

  private static DataFetcher<Object> of(Function<Metafield, Object> value) {
    return from(Metafield.class, (shop, metafield) -> value.apply(metafield));
  }
}
