package dev.musubi.dueruns;

import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Starts, each quarter hour, the daily runs whose hour has come; fails if one could not be started,
 * and is retried.
 */
public class DueRunsFunction extends MicronautRequestHandler<Map<String, Object>, String> {

  @Inject DueRunsWorker worker;

  @Override
  public String execute(Map<String, Object> tick) {
    return worker.work();
  }
}
