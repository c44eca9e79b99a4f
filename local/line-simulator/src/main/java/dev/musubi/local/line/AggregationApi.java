package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * Which aggregation units a channel used this month.
 *
 * @see <a
 *     href="https://developers.line.biz/en/reference/messaging-api/#get-number-of-units-used-this-month">units
 *     used this month</a>
 */
final class AggregationApi {
  private static final String AGGREGATION = "/v2/bot/message/aggregation/";

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(AGGREGATION + "info", AggregationApi::info),
        Endpoint.get(AGGREGATION + "list", AggregationApi::list));
  }

  private static Answer info(Call call) {
    var used = call.channel().units().usedInMonthOf(call.now()).size();
    return Answer.ok(
        JsonNodeFactory.instance.objectNode().put("numOfCustomAggregationUnits", used));
  }

  private static Answer list(Call call) {
    var page = Page.of(call, 100, 100);
    var all = call.channel().units().usedInMonthOf(call.now());
    var body = JsonNodeFactory.instance.objectNode();
    page.of(all).forEach(body.putArray("customAggregationUnits")::add);
    page.next(all).ifPresent(next -> body.put("next", next));
    return Answer.ok(body);
  }
}
