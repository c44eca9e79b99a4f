package dev.musubi.wording;

import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.util.Map;

/** Keeps the shops' own templates; invoked by the operators, never by an event. */
public class WordingFunction
    extends MicronautRequestHandler<Map<String, Object>, Map<String, Object>> {

  @Inject WordingEndpoint endpoint;

  @Override
  public Map<String, Object> execute(Map<String, Object> request) {
    return endpoint.answer(request);
  }
}
