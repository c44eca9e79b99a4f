package dev.musubi.local.world.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page's files, from the class path. */
final class StaticPage {
  private static final String FOLDER = "/dev/musubi/local/world/page/";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: http://127.0.0.1:*; style-src 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  void on(JavalinConfig config) {
    file(config, "/", "index.html", "text/html");
    file(config, "/page.css", "page.css", "text/css");
    file(config, "/page.js", "page.js", "text/javascript");
    file(config, "/words.js", "words.js", "text/javascript");
    file(config, "/flex.js", "flex.js", "text/javascript");
    file(config, "/favicon.ico", "icon.svg", "image/svg+xml");
  }

  private static void file(JavalinConfig config, String path, String name, String type) {
    byte[] content = content(name);
    config.routes.get(path, http -> write(http, type, content));
  }

  private static void write(Context http, String type, byte[] content) {
    http.contentType(type + "; charset=utf-8")
        .header("content-security-policy", POLICY)
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "no-cache")
        .result(content);
  }

  private static byte[] content(String name) {
    try (InputStream in = StaticPage.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the page's file " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
