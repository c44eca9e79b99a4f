package dev.musubi.local.world.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.local.world.page.Signals.Signal;
import dev.musubi.local.world.page.Signals.Who;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static ObjectNode request(String path, String body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("rawPath", path).put("body", body);
    event.putObject("headers");
    event.putObject("queryStringParameters");
    event.putObject("requestContext").putObject("http").put("method", "GET");
    return event;
  }

  @Test
  void each_event_of_lines_webhook_is_a_signal_of_its_person() {
    String body =
        """
        {"events":[
          {"type":"follow","source":{"userId":"U1"}},
          {"type":"message","source":{"userId":"U2"},"message":{"type":"text","text":"hello"},
           "deliveryContext":{"isRedelivery":true}}]}
        """;
    assertThat(Signals.in(request("/line/tea", body)))
        .containsExactly(
            new Signal("tea", new Who.LineUser("U1"), "line", "follow", "", false),
            new Signal("tea", new Who.LineUser("U2"), "line", "message", "hello", true));
  }

  @Test
  void a_webhook_of_shopify_is_told_by_its_topic_and_customer() {
    ObjectNode order =
        request(
            "/shopify/tea", "{\"customer\":{\"id\":7},\"line_items\":[{\"title\":\"Sencha\"}]}");
    order.withObject("headers").put("x-shopify-topic", "orders/create");
    assertThat(Signals.in(order))
        .containsExactly(
            new Signal("tea", new Who.Customer(7), "shopify", "orders/create", "Sencha", false));
    ObjectNode customer = request("/shopify/tea", "{\"id\":8}");
    customer.withObject("headers").put("x-shopify-topic", "customers/update");
    assertThat(Signals.in(customer).getFirst().who()).isEqualTo(new Who.Customer(8));
    ObjectNode product = request("/shopify/tea", "{\"id\":9,\"title\":\"Sencha\"}");
    product.withObject("headers").put("x-shopify-topic", "products/update");
    assertThat(Signals.in(product).getFirst().who()).isEqualTo(new Who.Nobody());
  }

  @Test
  void the_pixels_visitor_is_who_its_token_names() {
    String claims =
        Base64.getUrlEncoder().encodeToString("tea|7|visit|1".getBytes(StandardCharsets.UTF_8));
    String body =
        """
        {"visitorToken":"%s.signed","event":{"name":"product_viewed",
         "data":{"productVariant":{"product":{"title":"Sencha"}}}}}
        """
            .formatted(claims);
    assertThat(Signals.in(request("/pixel/tea", body)))
        .containsExactly(
            new Signal("tea", new Who.Customer(7), "pixel", "product_viewed", "Sencha", false));
    assertThat(Signals.in(request("/pixel/tea", body.replace(claims, "?"))).getFirst().who())
        .isEqualTo(new Who.Nobody());
  }

  @Test
  void a_visit_for_a_token_is_no_signal_but_a_page_of_the_proxy_is() {
    ObjectNode link = request("/proxy/link", "");
    link.withObject("queryStringParameters")
        .put("shop", "tea.myshopify.com")
        .put("logged_in_customer_id", "7");
    assertThat(Signals.in(link))
        .containsExactly(
            new Signal("tea", new Who.Customer(7), "storefront", "get /link", "", false));
    link.put("rawPath", "/proxy/visit");
    assertThat(Signals.in(link)).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_no_signal() {
    assertThat(Signals.in(request("/line/tea", "no JSON"))).isEmpty();
    assertThat(Signals.in(request("/elsewhere", "{}"))).isEmpty();
    assertThat(Signals.in(request("", "{}"))).isEmpty();
    assertThat(Signals.read("{".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
