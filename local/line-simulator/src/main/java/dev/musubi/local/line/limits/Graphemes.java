package dev.musubi.local.line.limits;

import java.util.regex.Pattern;

/** Counts what a reader sees as one character: the unit of labels, titles and menu names. */
final class Graphemes {
  private static final Pattern ONE = Pattern.compile("\\X");

  private Graphemes() {}

  static int count(String text) {
    return (int) ONE.matcher(text).results().count();
  }
}
