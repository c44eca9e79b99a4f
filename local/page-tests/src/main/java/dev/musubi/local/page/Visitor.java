package dev.musubi.local.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who looks at the page, and who notices what must not happen on it. */
public final class Visitor implements AutoCloseable {
  private static final double PATIENCE_MS = 180_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MS);
    context.onRequest(this::noticeAbroad);
    page = context.newPage();
    page.onConsoleMessage(this::notice);
    page.onPageError(error -> complaints.add("error: " + error));
  }

  /** Opens the page and waits until it knows the world. */
  public Visitor open(URI address) {
    page.navigate(address.toString());
    page.waitForSelector(".phone");
    page.waitForSelector(
        "#timeline .now",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return this;
  }

  public Page page() {
    return page;
  }

  /** What the counter of that name shows. */
  public String count(String name) {
    return page.locator("#counters .count")
        .filter(new Locator.FilterOptions().setHasText(name))
        .locator("dd")
        .textContent();
  }

  /** Console errors, errors in scripts and requests beyond loopback so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  private void noticeAbroad(Request request) {
    URI address = URI.create(request.url().replaceAll("[?#].*$", ""));
    boolean inside =
        !address.getScheme().startsWith("http") || "127.0.0.1".equals(address.getHost());
    if (!inside) {
      complaints.add("request to " + address.getHost());
    }
  }

  private void notice(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add("console: " + message.text() + " " + message.location());
    }
  }

  /** Begins a scene by its button and goes through it, step by step, by its button. */
  public void play(String scene) {
    page.click("[data-scene=" + scene + "]");
    settle();
    while (!"ended".equals(page.getAttribute("#scene", "data-state"))) {
      if (page.isVisible("#scene p.problem")) {
        throw new AssertionError(page.textContent("#scene p.problem"));
      }
      page.click("#scene button.main");
      settle();
    }
  }

  private void settle() {
    page.waitForSelector("#scene:not([data-state=busy])");
  }

  /** A picture of what is in the window, once the drawings in it are there. */
  public void picture(Path file) {
    page.waitForFunction("() => [...document.images].every(one => one.complete)");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }

  @Override
  public void close() {
    context.close();
  }
}
