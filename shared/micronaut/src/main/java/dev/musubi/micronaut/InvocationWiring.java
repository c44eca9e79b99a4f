package dev.musubi.micronaut;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;

/**
 * Keeps nothing of an invocation: Micronaut makes beans of its context and logger, beside those of
 * all former ones, so a warm environment would become slower and larger with each.
 */
@Factory
final class InvocationWiring {

  @Singleton
  @Replaces(DefaultLambdaContextFactory.class)
  LambdaContextFactory nothing() {
    return context -> {};
  }
}
