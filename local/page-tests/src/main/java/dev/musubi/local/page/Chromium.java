package dev.musubi.local.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's own Chromium without a window, which reaches nothing but loopback. */
public final class Chromium implements AutoCloseable {
  private static final Path USUAL = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-sync",
          "--no-first-run",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(ARGUMENTS)
                    .setHandleSIGINT(false)
                    .setHandleSIGTERM(false));
  }

  /** Where it is installed: {@code MUSUBI_CHROMIUM}, else Debian's place; empty if it is not. */
  public static Optional<Path> program() {
    Path program =
        Optional.ofNullable(System.getenv("MUSUBI_CHROMIUM")).map(Path::of).orElse(USUAL);
    return Optional.of(program).filter(Files::isExecutable);
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if it is not installed
   */
  public static Chromium start() {
    return new Chromium(
        program()
            .orElseThrow(
                () ->
                    new IllegalStateException("There is no chromium: apt-get install chromium.")));
  }

  /** A visitor with a window of that size who reads that language. */
  public Visitor visitor(int width, int height, String language) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE));
    return new Visitor(context);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
