package dev.musubi.storefront;

import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.events.ProxyDoor;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the function together. */
@Factory
final class StorefrontWiring {

  @Singleton
  StorefrontEndpoint endpoint() {
    StorefrontConfig config = StorefrontConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    return new StorefrontEndpoint(
        new ProxyDoor(new SsmShopSecrets(Ssm.connect(), config.stack(), clock)), clock);
  }
}
