package dev.musubi.local.doors;

import dev.musubi.aws.queues.RawLine;
import dev.musubi.aws.queues.RawShopify;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the webhooks' doors have verified, for whoever takes it away. */
public record CollectedNews(List<RawLine> line, List<RawShopify> shopify, List<RawShopify> stock)
    implements Inbox {

  public CollectedNews() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  @Override
  public void line(List<RawLine> events) {
    line.addAll(events);
  }

  @Override
  public void shopify(RawShopify webhook) {
    shopify.add(webhook);
  }

  @Override
  public void stock(RawShopify webhook) {
    stock.add(webhook);
  }

  /** Everything that Shopify told, the counts last. */
  public List<RawShopify> takeShopify() {
    List<RawShopify> all = new ArrayList<>(shopify);
    all.addAll(stock);
    shopify.clear();
    stock.clear();
    return all;
  }

  public List<RawLine> takeLine() {
    List<RawLine> all = List.copyOf(line);
    line.clear();
    return all;
  }
}
