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

  private void measure(String how, Path ground) {
    try (Site site = Site.on(ground);
        HttpClient http = HttpClient.newHttpClient()) {
      site.caller().idle();
      for (var function : functions(site).entrySet()) {
        List<Double> inits = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        List<Double> laters = new ArrayList<>();
        for (int round = 0; round < size.of(ROUNDS); round++) {
          site.caller().send("/local/functions/" + function.getKey() + "/kill", "{}");
          double whole = call(http, function.getValue().apply(2L * round));
          double init = init(site, function.getKey());
          inits.add(init);
          firsts.add(whole - init);
          laters.add(call(http, function.getValue().apply(2L * round + 1)));
        }
        System.out.printf(
            "%-18s %-16s init %s   first call %s   second %s%n",
            how,
            function.getKey(),
            new Spread(inits).told("ms", 0),
            new Spread(firsts).told("ms", 0),
            new Spread(laters).told("ms", 0));
      }
    }
  }

  private static Map<String, LongFunction<HttpRequest>> functions(Site site) {
    Postman postman = new Postman(site.shop(), 0);
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
