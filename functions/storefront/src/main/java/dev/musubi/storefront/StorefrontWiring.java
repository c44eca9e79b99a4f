package dev.musubi.storefront;

import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.shopify.events.ProxyDoor;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts the function together. */
@Factory
final class StorefrontWiring {

  @Singleton
  StorefrontEndpoint endpoint() {
    StorefrontConfig config = StorefrontConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    return new StorefrontEndpoint(
        new ProxyDoor(new SsmShopSecrets(SsmClient.create(), config.stack(), clock)), clock);
  }
}
