package dev.musubi.local.line;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** An endpoint that is no part of the Messaging API: it checks who calls by itself. */
record OpenRoute(HandlerType method, String path, Action action) {

  /** What the endpoint does; it runs under the platform's lock. */
  @FunctionalInterface
  interface Action {
    Answer on(Context http);
  }

  static OpenRoute get(String path, Action action) {
    return new OpenRoute(HandlerType.GET, path, action);
  }

  static OpenRoute post(String path, Action action) {
    return new OpenRoute(HandlerType.POST, path, action);
  }
}
