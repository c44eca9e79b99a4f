package dev.musubi.local.world.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page's files and those of the Flex renderer, from the class path. */
public final class PageFiles {
  private static final String PAGE = "/dev/musubi/local/world/page/";
  private static final String FLEX = "/dev/musubi/local/flexview/";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: http://127.0.0.1:*; frame-src http://127.0.0.1:*;"
          + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml");

  public void on(JavalinConfig config) {
    file(config, "/", PAGE + "index.html");
    file(config, "/favicon.ico", PAGE + "icon.svg");
    list(PAGE).forEach(name -> file(config, "/" + name, PAGE + name));
    file(config, "/flex/", FLEX + "index.html");
    list(FLEX).forEach(name -> file(config, "/flex/" + name, FLEX + name));
  }

  /** The names in a folder's file {@code files.txt}: a class path can't be listed. */
  private static List<String> list(String folder) {
    return new String(content(folder + "files.txt"), StandardCharsets.UTF_8).lines().toList();
  }

  private static void file(JavalinConfig config, String path, String name) {
    byte[] content = content(name);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    config.routes.get(path, http -> write(http, type, content));
  }

  private static void write(Context http, String type, byte[] content) {
    http.contentType(type + "; charset=utf-8")
        .header("content-security-policy", POLICY)
        .header("x-content-type-options", "nosniff")
        .header("referrer-policy", "no-referrer")
        .header("cache-control", "no-cache")
        .result(content);
  }

  private static byte[] content(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the page's file " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
