package dev.musubi.local.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ports among imported classes: top-level interfaces of core, other than functional ones, that
 * core itself does not implement. The contract of the port {@code X} is {@code XContract}.
 */
record Ports(JavaClasses all) {

  private static final String CORE = "dev.musubi.core.";
  private static final String RIGHTS = CORE + "people.PersonalData";
  private static final List<String> PERSONS =
      List.of(CORE + "people.CustomerId", CORE + "people.LineUserId", CORE + "people.Person");

  /** The simple names of all ports. */
  List<String> names() {
    return ports().stream().map(JavaClass::getSimpleName).toList();
  }

  /** The ports whose contract fewer than two classes pass. */
  List<String> withoutContract() {
    return names().stream().filter(port -> keepers(port) < 2).toList();
  }

  /** The ports that speak of persons and do not give them their rights. */
  List<String> withoutRights() {
    return ports().stream()
        .filter(port -> !port.isAssignableTo(RIGHTS))
        .filter(Ports::dealsWithPersons)
        .map(JavaClass::getSimpleName)
        .toList();
  }

  /** The stores that give persons their rights, as their function must be handed all of them. */
  List<String> storesWithRights() {
    return all.stream()
        .filter(type -> type.getPackageName().startsWith("dev.musubi.aws."))
        .filter(type -> !type.isInterface() && type.isAssignableTo(RIGHTS))
        .map(JavaClass::getName)
        .sorted()
        .toList();
  }

  private List<JavaClass> ports() {
    return all.stream()
        .filter(type -> type.getPackageName().startsWith(CORE))
        .filter(type -> type.isInterface() && type.isTopLevelClass())
        .filter(type -> !type.getMethods().isEmpty())
        .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
        .filter(type -> type.getAllSubclasses().stream().noneMatch(Ports::isClassOfCore))
        .sorted(Comparator.comparing(JavaClass::getName))
        .toList();
  }

  private static boolean isClassOfCore(JavaClass type) {
    return !type.isInterface() && type.getPackageName().startsWith(CORE);
  }

  private long keepers(String port) {
    return all.stream()
        .filter(type -> type.getSimpleName().equals(port + "Contract"))
        .flatMap(contract -> contract.getAllSubclasses().stream())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .count();
  }

  /** Whether a parameter or an answer names a person, or anything that they are made of does. */
  private static boolean dealsWithPersons(JavaClass port) {
    Deque<JavaClass> open = new ArrayDeque<>();
    port.getMethods()
        .forEach(
            method -> {
              open.addAll(method.getReturnType().getAllInvolvedRawTypes());
              method.getParameterTypes().forEach(p -> open.addAll(p.getAllInvolvedRawTypes()));
            });
    Set<String> seen = new TreeSet<>();
    while (!open.isEmpty()) {
      JavaClass type = open.pop();
      if (PERSONS.contains(type.getName())) {
        return true;
      }
      if (type.getPackageName().startsWith(CORE) && seen.add(type.getName())) {
        type.getFields().forEach(field -> open.addAll(field.getType().getAllInvolvedRawTypes()));
        open.addAll(type.getAllSubclasses());
      }
    }
    return false;
  }
}
