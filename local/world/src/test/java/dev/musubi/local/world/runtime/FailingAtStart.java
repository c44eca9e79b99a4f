package dev.musubi.local.world.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** A function that cannot be made ready. */
public final class FailingAtStart implements RequestHandler<Map<String, Object>, Object> {
  public FailingAtStart() {
    throw new IllegalStateException("no configuration");
  }

  @Override
  public Object handleRequest(Map<String, Object> event, Context context) {
    return "never";
  }
}
