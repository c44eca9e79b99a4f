package dev.musubi.testkit.contracts.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rule 6 over imported classes. A port is a top-level interface of core that is neither sealed nor
 * functional; the contract of the port {@code X} is the abstract class {@code XContract}.
 */
public record Ports(JavaClasses all, String root) {

  private static final List<String> PERSONS = List.of("CustomerId", "LineUserId", "Person");

  public Ports {
    Objects.requireNonNull(all, "'all' must not be null");
    Objects.requireNonNull(root, "'root' must not be null");
  }

  /**
   * Every port has a contract with at least two subclasses that are run; {@code without} are the
   * simple names of those ports that need none.
   */
  public void haveContractsThatTwoAdaptersKeep(List<String> without) {
    List<String> missing =
        ports()
            .map(JavaClass::getSimpleName)
            .filter(port -> !without.contains(port) && keepers(port) < 2)
            .toList();
    if (!missing.isEmpty()) {
      throw new AssertionError("no contract that two adapters keep for " + missing);
    }
  }

  /**
   * Every port of a store in {@code aws.dynamodb} that deals with persons gives them their rights;
   * {@code without} are the simple names of those that hold nobody.
   */
  public void ofStoresWithPersonsGiveThemTheirRights(List<String> without) {
    List<String> missing =
        ports()
            .filter(port -> port.getAllSubclasses().stream().anyMatch(this::isStore))
            .filter(this::dealsWithPersons)
            .filter(port -> !port.isAssignableTo(root + ".core.people.PersonalData"))
            .map(JavaClass::getSimpleName)
            .filter(port -> !without.contains(port))
            .toList();
    if (!missing.isEmpty()) {
      throw new AssertionError("stores hold persons without PersonalData: " + missing);
    }
  }

  private Stream<JavaClass> ports() {
    return all.stream()
        .filter(type -> type.getPackageName().startsWith(root + ".core"))
        .filter(type -> type.isInterface() && type.isTopLevelClass() && !type.isAnnotation())
        .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
        .filter(type -> !type.reflect().isSealed() && !type.getMethods().isEmpty())
        .sorted(Comparator.comparing(JavaClass::getName));
  }

  private long keepers(String port) {
    return all.stream()
        .filter(type -> type.getSimpleName().equals(port + "Contract"))
        .flatMap(contract -> contract.getAllSubclasses().stream())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .count();
  }

  private boolean isStore(JavaClass type) {
    return type.getPackageName().startsWith(root + ".aws.dynamodb");
  }

  /**
   * Whether a person is named by a parameter or an answer, or by anything that they are made of.
   */
  private boolean dealsWithPersons(JavaClass port) {
    List<JavaClass> open = new ArrayList<>();
    port.getMethods()
        .forEach(
            method -> {
              open.addAll(method.getReturnType().getAllInvolvedRawTypes());
              method.getParameterTypes().forEach(p -> open.addAll(p.getAllInvolvedRawTypes()));
            });
    TreeSet<String> seen = new TreeSet<>();
    while (!open.isEmpty()) {
      JavaClass type = open.removeLast();
      if (!type.getPackageName().startsWith(root + ".core") || !seen.add(type.getName())) {
        continue;
      }
      if (PERSONS.contains(type.getSimpleName())) {
        return true;
      }
      type.getFields().forEach(field -> open.addAll(field.getType().getAllInvolvedRawTypes()));
      open.addAll(type.getAllSubclasses());
    }
    return false;
  }
}
