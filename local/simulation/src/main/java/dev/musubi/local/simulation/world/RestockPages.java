package dev.musubi.local.simulation.world;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.musubi.local.simulation.plan.Act;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages on which people ask to be told what is back, as a browser shows them. */
final class RestockPages {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern WAITING = Pattern.compile("We will tell you|再入荷のお知らせを登録しました");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Ground ground;
  private final Functions functions;
  private final Requests requests;

  RestockPages(Ground ground, Functions functions, Requests requests) {
    this.ground = ground;
    this.functions = functions;
    this.requests = requests;
  }

  /** Opens the product's page and taps "tell me", if it says that; whether the wish stands. */
  boolean wish(Act act, int customer, int product) {
    Map<String, String> query = new TreeMap<>();
    query.put("variant", Integer.toString(Storefronts.variantOf(product)));
    Optional<String> shown = page("GET /proxy/restock", act, customer, query, "");
    Optional<String> token = shown.flatMap(RestockPages::token);
    Optional<String> answer =
        token.isEmpty()
            ? shown
            : page(
                "POST /proxy/restock",
                act,
                customer,
                new TreeMap<>(),
                "token=" + token.get() + "&variant=" + query.get("variant"));
    return answer.filter(page -> WAITING.matcher(page).find()).isPresent();
  }

  /** Opens the list and takes one wish off it, or with product 0 all; whether that is done. */
  boolean takeBack(Act act, int customer, int product) {
    Optional<String> list = page("GET /proxy/restocks", act, customer, new TreeMap<>(), "");
    Optional<String> token = list.flatMap(RestockPages::token);
    String one = product == 0 ? "" : "&variant=" + Storefronts.variantOf(product);
    return list.isPresent()
        && (token.isEmpty()
            || page(
                    "POST /proxy/restocks",
                    act,
                    customer,
                    new TreeMap<>(),
                    "token=" + token.get() + one)
                .isPresent());
  }

  private Optional<String> page(
      String route, Act act, int customer, Map<String, String> query, String form) {
    return ground
        .perils()
        .run(
            "storefront",
            route + " for " + act.id(),
            PATIENCE,
            List.of(),
            () ->
                functions
                    .storefront()
                    .apply(requests.proxy(route, act.shop(), customer, query, form)))
        .filter(answer -> answer.getStatusCode() == 200)
        .map(APIGatewayV2HTTPResponse::getBody);
  }

  private static Optional<String> token(String page) {
    Matcher token = TOKEN.matcher(page);
    return token.find() ? Optional.of(token.group(1)) : Optional.empty();
  }
}
