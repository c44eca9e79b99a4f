package dev.musubi.dueruns;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/**
 * Starts, each quarter hour, the daily runs whose hour has come; fails if one could not be started,
 * and is retried.
 */
public class DueRunsFunction extends MicronautRequestHandler<ScheduledEvent, String> {

  @Inject DueRunsWorker worker;

  @Override
  public String execute(ScheduledEvent event) {
    return worker.work();
  }
}
