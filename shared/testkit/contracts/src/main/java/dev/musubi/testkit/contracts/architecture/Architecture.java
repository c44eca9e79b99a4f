package dev.musubi.testkit.contracts.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The layout's rules over imported classes under one root package; each method throws an {@link
 * AssertionError} that names what breaks the rule. A function is the package of a class named
 * {@code …Function}.
 */
public record Architecture(JavaClasses all, String root) {

  public Architecture {
    Objects.requireNonNull(all, "'all' must not be null");
    Objects.requireNonNull(root, "'root' must not be null");
  }

  /** Rule 1: core is sliced by business word, without cycles. */
  public void coreHasNoCycles() {
    slices().matching(root + ".core.(*)..").should().beFreeOfCycles().check(all);
  }

  /** Rule 1: core needs nothing but the JDK. */
  public void coreNeedsTheJdkAlone() {
    classes()
        .that(resideInAPackage(root + ".core.."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(root + ".core..", "java.."))
        .check(all);
  }

  /** Rule 2: a function is never built on another one. */
  public void noFunctionNeedsAnother() {
    for (String function : functions()) {
      String[] others =
          functions().stream().filter(other -> !other.equals(function)).toArray(String[]::new);
      if (others.length > 0) {
        noClasses()
            .that(resideInAPackage(function))
            .should()
            .dependOnClassesThat(resideInAnyPackage(others))
            .check(all);
      }
    }
  }

  /** Rule 2: injection is seen only where a function is entered and where it is wired. */
  public void injectionStaysInFunctionAndWiring() {
    noClasses()
        .that(resideInAPackage(root + ".."))
        .and(described("are no …Function or …Wiring", Architecture::knowsNoInjection))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.micronaut..", "jakarta.inject.."))
        .check(all);
  }

  /**
   * Rule 3: time, pace, parallelism and entropy are ports; {@code adapters} are the full names of
   * the classes whose job they are. The local world and the test kit are not asked.
   */
  public void ambientThingsStayInAdapters(List<String> adapters) {
    noClasses()
        .that(resideInAPackage(root + ".."))
        .and(
            described(
                "are no named adapters",
                type ->
                    !type.getPackageName().startsWith(root + ".local")
                        && !type.getPackageName().startsWith(root + ".testkit")
                        && !adapters.contains(outermost(type).getName())))
        .should()
        .callCodeUnitWhere(calls("read the clock or roll dice", Ambient::called))
        .orShould()
        .dependOnClassesThat(described("are threads, futures or dice", Ambient::needed))
        .check(all);
  }

  /** Rule 4: what has no order of its own is not used where order can be seen. */
  public void orderNeverChangesFromStartToStart() {
    List<String> ordered = new ArrayList<>(functions());
    ordered.add(root + ".core..");
    noClasses()
        .that(resideInAnyPackage(ordered.toArray(String[]::new)))
        .should()
        .callCodeUnitWhere(calls("make unordered collections", Ambient::unordered))
        .check(all);
  }

  /** Rule 6: see {@link Ports}. */
  public Ports ports() {
    return new Ports(all, root);
  }

  /** Rule 7: nobody catches {@link Throwable} or {@link Error}. */
  public void nobodyCatchesErrors() {
    List<String> caught =
        all.stream()
            .filter(type -> type.getPackageName().startsWith(root))
            .flatMap(type -> CaughtErrors.of(type).stream())
            .sorted()
            .toList();
    if (!caught.isEmpty()) {
      throw new AssertionError("Throwable or Error is caught in " + String.join(", ", caught));
    }
  }

  private TreeSet<String> functions() {
    TreeSet<String> packages = new TreeSet<>();
    all.stream()
        .filter(type -> type.getPackageName().startsWith(root + "."))
        .filter(type -> type.isTopLevelClass() && type.getSimpleName().endsWith("Function"))
        .forEach(type -> packages.add(type.getPackageName() + ".."));
    return packages;
  }

  /** Definitions that the injection framework generates have a dollar in their simple names. */
  private static boolean knowsNoInjection(JavaClass type) {
    String name = outermost(type).getSimpleName();
    return !name.endsWith("Function") && !name.endsWith("Wiring") && !type.getName().contains("$");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Architecture::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaClass> described(String what, Predicate<JavaClass> holds) {
    return DescribedPredicate.describe(what, holds);
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, BiPredicate<String, String> forbidden) {
    return DescribedPredicate.describe(
        what, call -> forbidden.test(call.getTargetOwner().getName(), call.getTarget().getName()));
  }
}
