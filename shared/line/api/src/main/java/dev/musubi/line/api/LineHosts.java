package dev.musubi.line.api;

import java.net.URI;
import java.util.Objects;

/** Where LINE's API is reached: {@code api} for calls, {@code data} for pictures. */
public record LineHosts(URI api, URI data) {
  public static final LineHosts LINE =
      new LineHosts(URI.create("https://api.line.me"), URI.create("https://api-data.line.me"));

  public LineHosts {
    Objects.requireNonNull(api, "'api' must not be null");
    Objects.requireNonNull(data, "'data' must not be null");
    if (api.getHost() == null || data.getHost() == null) {
      throw new IllegalArgumentException("'api' and 'data' must be absolute URLs");
    }
  }
}
