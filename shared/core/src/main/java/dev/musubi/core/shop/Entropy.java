package dev.musubi.core.shop;

/** Port: unpredictable bytes. */
public interface Entropy {

  byte[] bytes(int count);
}
