package dev.musubi.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.musubi.core.people.EntryRoute;
import dev.musubi.core.people.LineUserId;
import dev.musubi.core.people.Link;
import dev.musubi.core.people.PastTie;
import dev.musubi.core.people.Tie;
import dev.musubi.core.shop.ShopId;
import dev.musubi.core.shop.Version;

/** {@link Link} as it is stored, with its history. */
public final class LinkCodec implements Codec<Link> {

  @Override
  public ObjectNode tree(Link link) {
    ObjectNode tree =
        Json.object().put("shop", link.shop().handle()).put("customer", link.customer().toString());
    link.current().ifPresent(tie -> tree.set("current", tree(tie)));
    tree.set("history", Json.array(link.history().stream().map(LinkCodec::tree)));
    return tree.put("version", link.version().number());
  }

  private static ObjectNode tree(PastTie past) {
    ObjectNode tree = tree(past.tie()).put("until", past.until().toString());
    return past.why() == PastTie.End.WANTED ? tree : tree.put("why", past.why().name());
  }

  private static ObjectNode tree(Tie tie) {
    return Json.object()
        .put("lineUser", tie.lineUser().value())
        .put("since", tie.since().toString())
        .put("route", tie.route().name());
  }

  @Override
  public Link value(Fields fields) {
    return new Link(
        fields.parsed("shop", "a shop", ShopId::new),
        fields.parsed("customer", "a customer", IntentCodec::customer),
        fields.maybeObject("current").map(LinkCodec::tie),
        fields.objects("history").stream()
            .map(past -> new PastTie(tie(past), past.instant("until"), why(past)))
            .toList(),
        new Version(fields.number("version")));
  }

  /** Former versions knew one reason only. */
  private static PastTie.End why(Fields past) {
    return past.maybe("why", "a reason", PastTie.End::valueOf).orElse(PastTie.End.WANTED);
  }

  private static Tie tie(Fields fields) {
    return new Tie(
        fields.parsed("lineUser", "a LINE user", LineUserId::new),
        fields.instant("since"),
        fields.one("route", EntryRoute.class));
  }
}
