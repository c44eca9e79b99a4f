package dev.musubi.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::Serverless::HttpApi}. */
final class ApiReader {
  private ApiReader() {}

  static HttpApi read(Named named, String endpoint, Block block) {
    block.without("Name", "Description", "StageName", "Tags", "AccessLogSettings");
    block.without("DisableExecuteApiEndpoint", "FailOnWarnings", "PropagateTags");
    Map<String, HttpApi.Throttle> routes = new LinkedHashMap<>();
    block
        .block("RouteSettings")
        .ifPresent(all -> all.keys().forEach(key -> routes.put(key, throttle(all.needBlock(key)))));
    Optional<HttpApi.Throttle> byDefault =
        block.block("DefaultRouteSettings").map(ApiReader::throttle);
    Optional<HttpApi.Cors> cors = block.block("CorsConfiguration").map(ApiReader::cors);
    block.end();
    return new HttpApi(named, endpoint, byDefault, routes, cors);
  }

  private static HttpApi.Throttle throttle(Block block) {
    Optional<Double> rate = block.decimal("ThrottlingRateLimit");
    Optional<Integer> burst = block.number("ThrottlingBurstLimit").stream().boxed().findFirst();
    block.without("DetailedMetricsEnabled");
    block.end();
    return new HttpApi.Throttle(rate, burst);
  }

  private static HttpApi.Cors cors(Block block) {
    HttpApi.Cors cors =
        new HttpApi.Cors(
            block.texts("AllowOrigins"),
            block.texts("AllowMethods"),
            block.texts("AllowHeaders"),
            block.texts("ExposeHeaders"),
            block.flag("AllowCredentials"),
            block.numberOr("MaxAge", 0));
    block.end();
    return cors;
  }
}
