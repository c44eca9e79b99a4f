package dev.musubi.lambda;

import dev.musubi.core.shop.Entropy;
import java.security.SecureRandom;

/**
 * The platform's randomness. Each call makes its own source: one that is kept would be in the
 * snapshot that every restored environment starts from.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Uniqueness
 *     with SnapStart</a>
 */
public final class SystemEntropy implements Entropy {

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
