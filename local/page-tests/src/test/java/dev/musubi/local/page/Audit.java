package dev.musubi.local.page;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Checks a page against WCAG 2.2 AA where a program can: contrast of texts (1.4.3), names of what
 * can be used (4.1.2), size of what is pressed (2.5.8), no scrolling in two directions (1.4.10).
 * What a Flex message's own sender coloured is left out.
 */
final class Audit {
  private static final String CONTRAST =
      """
      () => {
        const parse = text => (text.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
        const over = ([r, g, b, a = 1], under) => [r, g, b].map((one, at) => one * a + under[at] * (1 - a));
        const channel = one => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
        const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
        const ground = element => {
          const layers = [];
          for (let at = element; at; at = at.parentElement) {
            const style = getComputedStyle(at);
            const colours = style.backgroundImage.match(/rgba?\\([^)]*\\)/g);
            if (colours) layers.push(parse(colours[colours.length - 1]));
            else layers.push(parse(style.backgroundColor));
            if ((layers.at(-1)[3] ?? 1) === 1) break;
          }
          return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
        };
        const found = [];
        for (const element of document.body.querySelectorAll('*')) {
          const own = [...element.childNodes].filter(one => one.nodeType === 3).map(one => one.data.trim()).join('');
          if (!own || element.closest('.flex-view, [hidden], option, .hidden, .skip') || element.matches(':disabled')) continue;
          if (!element.checkVisibility({visibilityProperty: true})) continue;
          const style = getComputedStyle(element);
          const back = ground(element);
          const one = light(over(parse(style.color), back));
          const two = light(back);
          const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
          const size = parseFloat(style.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
          if (ratio < (large ? 3 : 4.5)) found.push(`${own.slice(0, 30)} ${ratio.toFixed(2)} ${element.className}`);
        }
        return found;
      }
      """;

  private static final String NAMES =
      """
      () => [...document.querySelectorAll('button, a[href], input, select, iframe, img, summary, [tabindex], [role=dialog]')]
        .filter(one => one.checkVisibility() && one.getAttribute('tabindex') !== '-1')
        .filter(one => {
          const labels = [...(one.labels ?? [])].map(label => label.textContent);
          const by = (one.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '');
          const name = [one.getAttribute('aria-label'), one.title, ...labels, ...by,
            one.matches('select, input') ? '' : one.textContent].join('').trim();
          return one.tagName === 'IMG' ? !one.hasAttribute('alt') : name === '';
        }).map(one => one.outerHTML.slice(0, 120))
      """;

  private static final String TARGETS =
      """
      () => [...document.querySelectorAll('button, select, input, summary')]
        .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('.flex-view'))
        .map(one => [one, one.getBoundingClientRect()])
        .filter(([, {width, height}]) => width < 24 || height < 24)
        .map(([one, {width, height}]) => `${one.outerHTML.slice(0, 90)} ${Math.round(width)}x${Math.round(height)}`)
      """;

  private Audit() {}

  @SuppressWarnings("unchecked") // Playwright gives what the script gives
  static List<String> contrast(Page page) {
    return (List<String>) page.evaluate(CONTRAST);
  }

  @SuppressWarnings("unchecked") // Playwright gives what the script gives
  static List<String> names(Page page) {
    return (List<String>) page.evaluate(NAMES);
  }

  /** What is too small to be hit: less than 24 pixels wide or high. */
  @SuppressWarnings("unchecked") // Playwright gives what the script gives
  static List<String> targets(Page page) {
    return (List<String>) page.evaluate(TARGETS);
  }

  /** By how many pixels the page is wider than the window. */
  static int overflow(Page page) {
    return ((Number)
            page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
        .intValue();
  }
}
