package dev.musubi.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/**
 * What a start is made of: from the process to readiness, the first call, and a later one; as it is
 * without a snapshot, and with all that is done before a snapshot done.
 */
final class ColdStarts implements Measurement {
  private static final int ROUNDS = 7;

  private final Size size;

  ColdStarts(Size size) {
    this.size = size;
  }

  public static void main(String[] arguments) {
    new ColdStarts(Size.FULL).measure();
  }

  @Override
  public void measure() {
    System.out.printf("%-18s %s%n", "a JVM alone", jvm().told("ms", 0));
    measure("as it starts", Ground.withYardsticks(Site.project()));
    measure("after a snapshot", Ground.primed(Site.project()));
  }

  /** One function after the other in each round, so that a busy minute is everybody's. */
  private void measure(String how, Path ground) {
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    try (Site site = Site.on(ground);
        HttpClient http = HttpClient.newHttpClient()) {
      site.caller().idle();
      for (int round = 0; round < size.of(ROUNDS); round++) {
        for (var function : functions(site, round).entrySet()) {
          starts
              .computeIfAbsent(function.getKey(), name -> new ArrayList<>())
              .add(start(site, http, function.getKey(), function.getValue()));
        }
      }
    }
    starts.forEach(
        (name, all) ->
            System.out.printf(
                "%-18s %-16s init %s   first call %s   second %s%n",
                how,
                name,
                spread(all, Start::init),
                spread(all, Start::first),
                spread(all, Start::second)));
  }

  /** In milliseconds. */
  private record Start(double init, double first, double second) {}

  private static Start start(
      Site site, HttpClient http, String name, LongFunction<HttpRequest> requests) {
    site.caller().send("/local/functions/" + name + "/kill", "{}");
    double whole = call(http, requests.apply(0));
    double init = init(site, name);
    return new Start(init, whole - init, call(http, requests.apply(1)));
  }

  private static String spread(List<Start> starts, ToDoubleFunction<Start> part) {
    return new Spread(starts.stream().mapToDouble(part).boxed().toList()).told("ms", 0);
  }

  private static Map<String, LongFunction<HttpRequest>> functions(Site site, long round) {
    Postman postman = new Postman(site.shop(), round * 10);
    URI api = site.endpoint("api");
    Map<String, LongFunction<HttpRequest>> functions = new LinkedHashMap<>();
    functions.put("bare", postman.bare(api, "bare"));
    functions.put("bare-framework", postman.bare(api, "bare-framework"));
    functions.put("bare-send", postman.bare(api, "bare-send"));
    functions.put("line-webhook", postman.line());
    functions.put("shopify-webhook", postman.shopify());
    return functions;
  }

  private static double call(HttpClient http, HttpRequest request) {
    long begun = Stopwatch.nanos();
    try {
      http.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Stopwatch.since(begun).toNanos() / 1e6;
  }

  private static double init(Site site, String name) {
    return site.caller()
        .read("/local/world")
        .path("functions")
        .valueStream()
        .filter(function -> function.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("lastInitMs")
        .asDouble();
  }

  private Spread jvm() {
    List<Double> rounds = new ArrayList<>();
    String java = ProcessHandle.current().info().command().orElse("java");
    for (int round = 0; round < size.of(ROUNDS); round++) {
      long begun = Stopwatch.nanos();
      try {
        new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      rounds.add(Stopwatch.since(begun).toNanos() / 1e6);
    }
    return new Spread(rounds);
  }
}
