package dev.musubi.core.shop;

/** Port: the credentials of shops, read lazily and cached for minutes. */
public interface ShopSecrets {

  Lookup of(ShopId shop);

  /** What a look-up found. */
  sealed interface Lookup {

    record Found(Secrets secrets) implements Lookup {}

    record Unknown() implements Lookup {}

    /** Too many unknown shops were asked for: ask again later, nothing was looked up. */
    record Busy() implements Lookup {}
  }
}
