package dev.musubi.local.bench;

/** Something that is measured in a world of its own; it prints what it finds to stdout. */
interface Measurement {
  void measure();
}
