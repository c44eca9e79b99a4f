package dev.musubi.settings;

import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Registers a shop and changes its settings; invoked by the operators, never by an event. */
public class SettingsFunction
    extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {

  @Inject SettingsEndpoint endpoint;

  @Override
  public Map<String, Object> execute(Map<String, Object> request) {
    return endpoint.answer(request);
  }
}
