package dev.musubi.local.world.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request as <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">API
 * Gateway</a> does: the most specific one, a method before {@code ANY}, a greedy variable last.
 */
final class RouteTable {
  record Match(Route route, Map<String, String> variables) {}

  private static final Comparator<Route> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Route::isGreedy)
          .thenComparing(Comparator.comparingLong(Route::fixedParts).reversed())
          .thenComparing(route -> route.method().equals(Route.ANY));

  private final List<Route> routes;

  RouteTable(List<Route> routes) {
    this.routes = routes.stream().sorted(MOST_SPECIFIC_FIRST).toList();
  }

  Optional<Match> find(String method, String path) {
    var parts = Route.parts(path);
    return routes.stream()
        .filter(route -> route.takes(method))
        .flatMap(route -> route.match(parts).map(found -> new Match(route, found)).stream())
        .findFirst();
  }
}
