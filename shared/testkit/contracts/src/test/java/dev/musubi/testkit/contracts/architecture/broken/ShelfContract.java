package dev.musubi.testkit.contracts.architecture.broken;

/** Kept by two. */
public abstract class ShelfContract {

  public static final class OfOne extends ShelfContract {}

  public static final class OfAnother extends ShelfContract {}
}
