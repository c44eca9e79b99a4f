package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A comparison that stops at the first byte that differs tells a forger how much of a signature is
 * right. So bytes are compared by {@code MessageDigest.isEqual} alone, and the two classes that
 * make signatures compare them themselves.
 */
class SecretsAreComparedInConstantTimeTest {

  private static final Pattern TELLING =
      Pattern.compile(
          "java\\.util\\.Arrays\\.(equals|compare|mismatch|deepEquals)|java\\.nio\\.\\w+Buffer\\.(equals|compareTo|mismatch)");
  private static final Pattern SIGNING = Pattern.compile("javax\\.crypto\\.Mac\\..*");
  private static final Pattern CONSTANT =
      Pattern.compile("java\\.security\\.MessageDigest\\.isEqual");

  private static final JavaClasses CODE = Project.classes("shared", "functions");

  @Test
  void nothing_compares_bytes_in_a_time_that_tells_where_they_differ() {
    assertThat(telling(CODE)).isEmpty();
  }

  /** The tombstones name a person by a keyed hash, which nobody brings along to be checked. */
  @Test
  void only_two_classes_check_signatures_and_both_compare_them_in_constant_time() {
    assertThat(CODE.stream().filter(type -> reaches(type, SIGNING)).map(JavaClass::getName))
        .filteredOn(name -> !name.startsWith("dev.musubi.testkit."))
        .containsExactlyInAnyOrder(
            "dev.musubi.aws.dynamodb.Tombstones",
            "dev.musubi.line.events.LineSignature",
            "dev.musubi.shopify.events.Hmac");
    assertThat(CODE.stream().filter(type -> reaches(type, CONSTANT)).map(JavaClass::getName))
        .containsExactlyInAnyOrder(
            "dev.musubi.line.events.LineSignature", "dev.musubi.shopify.events.Hmac");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.Arrays.equals(new byte[0], new byte[0])",
        "java.util.Arrays.mismatch(new byte[0], new byte[0]) < 0",
        "java.nio.ByteBuffer.allocate(1).equals(null)"
      })
  void a_comparison_that_tells_is_found(String expression) {
    assertThat(
            telling(
                Sample.classes(
                    "package dev.musubi.core.shop; class Door { boolean open = "
                        + expression
                        + "; }")))
        .isNotEmpty();
  }

  private static List<String> telling(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> TELLING.matcher(target(access)).matches())
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static boolean reaches(JavaClass type, Pattern pattern) {
    return type.getAccessesFromSelf().stream()
        .anyMatch(access -> pattern.matcher(target(access)).matches());
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
