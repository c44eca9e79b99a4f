package dev.musubi.local.shopify.storefront;

import static dev.musubi.local.shopify.storefront.Html.text;

import dev.musubi.local.shopify.shop.Customer;
import java.util.stream.Collectors;

/** The pages about who a shopper is, and those that say what went wrong. */
final class PersonPages {
  private static final int CHOICES = 50;

  private final Frame frame;
  private final Words words;

  PersonPages(Frame frame) {
    this.frame = frame;
    this.words = frame.words();
  }

  String login(String returnTo) {
    String choices =
        frame.shop().customers().stream()
            .limit(CHOICES)
            .map(
                c ->
                    "<button class=\"plain\" name=\"customer\" value=\"%d\">%s</button>"
                        .formatted(c.id(), text(c.name())))
            .collect(Collectors.joining("", "<div class=\"stack\">", "</div>"));
    return frame.page(
        words.of("login"),
        Html.heading(words.of("loginLead"))
            + Html.paragraph(words.of("loginNote"))
            + frame.form(
                "/customer_authentication/login", Html.hidden("return_to", returnTo) + choices));
  }

  String account(Customer customer) {
    return frame.page(
        words.of("account"),
        Html.heading(customer.name())
            + AppBlocks.line(frame, "account")
            + new OrderPages(frame)
                .history(
                    frame.shop().orders().stream()
                        .filter(o -> o.customerId() == customer.id())
                        .toList())
            + "<h2>%s</h2>".formatted(words.of("account"))
            + frame.form("/customer_authentication/logout", Html.plainButton(words.of("logout"))));
  }

  String notFound() {
    return frame.page(
        words.of("notFound"),
        Html.heading(words.of("notFound")) + frame.buttonLink("/", words.of("toProducts")));
  }

  String refused(String reason) {
    return frame.page(
        words.of("refused"),
        Html.heading(words.of("refused"))
            + Html.paragraph(reason)
            + frame.buttonLink("/cart", words.of("cart")));
  }
}
