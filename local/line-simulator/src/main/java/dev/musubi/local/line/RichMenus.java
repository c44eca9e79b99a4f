package dev.musubi.local.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rich menus of a channel: which exist, which is the default, who has one of their own. */
final class RichMenus {
  static final int MOST = 1000;

  private Map<String, Menu> menus = new LinkedHashMap<>();
  private Map<String, String> linked = new LinkedHashMap<>();
  private Map<String, String> aliases = new LinkedHashMap<>();
  private Map<String, Instant> batches = new LinkedHashMap<>();
  private Set<String> batchKeys = new LinkedHashSet<>();
  private Optional<String> standard = Optional.empty();

  /** A menu as it was created, with its id; the image comes later and once. */
  record Menu(ObjectNode content, Optional<Image> image) {}

  record Image(String contentType, byte[] bytes) {}

  void create(String id, ObjectNode content) {
    menus.put(id, new Menu(content, Optional.empty()));
  }

  Optional<Menu> find(String id) {
    return Optional.ofNullable(menus.get(id));
  }

  List<Menu> all() {
    return List.copyOf(menus.values());
  }

  void picture(String id, Image image) {
    menus.computeIfPresent(id, (same, menu) -> new Menu(menu.content, Optional.of(image)));
  }

  void delete(String id) {
    menus.remove(id);
    linked.values().removeIf(id::equals);
    aliases.values().removeIf(id::equals);
    standard = standard.filter(other -> !other.equals(id));
  }

  void link(String userId, String id) {
    linked.put(userId, id);
  }

  void unlink(String userId) {
    linked.remove(userId);
  }

  /** Gives everybody who has the one menu the other. */
  void replace(String from, String to) {
    linked.replaceAll((userId, id) -> id.equals(from) ? to : id);
  }

  void unlinkFrom(String id) {
    linked.values().removeIf(id::equals);
  }

  void unlinkAll() {
    linked.clear();
  }

  /** Whether a batch has yet to be done: one of a known resume key has been. */
  boolean firstRun(String resumeKey) {
    return resumeKey.isEmpty() || batchKeys.add(resumeKey);
  }

  void batch(String requestId, Instant done) {
    batches.put(requestId, done);
  }

  Optional<Instant> batch(String requestId) {
    return Optional.ofNullable(batches.get(requestId));
  }

  Optional<String> linkedTo(String userId) {
    return Optional.ofNullable(linked.get(userId));
  }

  void standard(Optional<String> id) {
    standard = id;
  }

  Optional<String> standard() {
    return standard;
  }

  /** What a friend sees: a menu of their own before the default. */
  Optional<ObjectNode> shownTo(String userId) {
    return linkedTo(userId).or(() -> standard).flatMap(this::contentOf);
  }

  Optional<ObjectNode> contentOf(String id) {
    return find(id).map(Menu::content);
  }

  void alias(String alias, String id) {
    aliases.put(alias, id);
  }

  Optional<String> aliased(String alias) {
    return Optional.ofNullable(aliases.get(alias));
  }

  void deleteAlias(String alias) {
    aliases.remove(alias);
  }

  Map<String, String> aliases() {
    return new LinkedHashMap<>(aliases);
  }
}
