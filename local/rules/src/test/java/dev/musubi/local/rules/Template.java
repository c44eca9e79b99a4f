package dev.musubi.local.rules;

import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;

/** {@code template.yaml}, as it is and as it would be after a mistake. */
final class Template {

  private static final Physical PLACE =
      new Physical(
          "musubi",
          "ap-northeast-1",
          "000000000000",
          URI.create("http://127.0.0.1:1"),
          URI.create("http://127.0.0.1:2"));

  private Template() {}

  static String text() {
    try {
      return Files.readString(Project.ROOT.resolve("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stack stack() {
    return stack(text());
  }

  /** The stack after {@code right} was replaced by {@code wrong}, everywhere. */
  static Stack with(String right, String wrong) {
    if (!text().contains(right)) {
      throw new IllegalArgumentException("the template has no " + right);
    }
    return stack(text().replace(right, wrong));
  }

  /** The folder of a function: {@code LineWebhookFunction} is {@code line-webhook}. */
  static String folder(LambdaFunction function) {
    return function
        .named()
        .logicalId()
        .replaceAll("Function$", "")
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  private static Stack stack(String text) {
    return new TemplateReader(PLACE, Map.of()).read(text);
  }
}
