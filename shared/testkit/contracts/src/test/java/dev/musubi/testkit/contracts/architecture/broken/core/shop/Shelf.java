package dev.musubi.testkit.contracts.architecture.broken.core.shop;

/** A port whose contract two adapters keep. */
public interface Shelf {

  int books();
}
