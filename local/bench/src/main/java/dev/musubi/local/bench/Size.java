package dev.musubi.local.bench;

/** How large a measurement is: {@code FULL} for figures, less of it to see that it works. */
record Size(double share) {
  static final Size FULL = new Size(1);

  Size {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("'share' must be more than 0 and at most 1");
    }
  }

  int of(int full) {
    return Math.max(1, (int) (full * share));
  }
}
