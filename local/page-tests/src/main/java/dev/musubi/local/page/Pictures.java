package dev.musubi.local.page;

import dev.musubi.local.world.Options;
import dev.musubi.local.world.World;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Makes the README's two pictures anew: the page after a scene, in Japanese and in English. */
public final class Pictures {
  private static final String MORNING = "2026-03-02T10:00:00+09:00";

  private Pictures() {}

  /** Takes no arguments; writes {@code docs/page-ja.png} and {@code docs/page-en.png}. */
  public static void main(String[] arguments) {
    Options options = Options.of(Map.of("MUSUBI_PORT", "0", "MUSUBI_CLOCK", MORNING), Path.of(""));
    Path docs = options.root().resolve("docs");
    try (World world = World.start(options, InstantSource.system(), System.err::println);
        Chromium chromium = Chromium.start()) {
      picture(world, chromium, "ja", docs.resolve("page-ja.png"));
      picture(world, chromium, "en", docs.resolve("page-en.png"));
    }
    System.exit(0);
  }

  private static void picture(World world, Chromium chromium, String language, Path file) {
    try (Visitor visitor = chromium.visitor(1400, 1180, language)) {
      visitor.open(world.address());
      visitor.play("views");
      visitor.picture(file);
    }
  }
}
