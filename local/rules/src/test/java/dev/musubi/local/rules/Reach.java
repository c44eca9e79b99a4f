package dev.musubi.local.rules;

import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods that code can come to: from its roots on along calls and references, a call on an
 * interface leading into every class that was made on the way.
 */
final class Reach {

  private final Map<JavaCodeUnit, List<JavaAccess<?>>> accesses = new HashMap<>();
  private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
  private final Set<JavaClass> made = new LinkedHashSet<>();
  private final Set<CodeUnitAccessTarget> calls = new LinkedHashSet<>();
  private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

  private Reach(JavaClasses all) {
    for (JavaClass type : all) {
      accesses.putAll(
          type.getAccessesFromSelf().stream().collect(groupingBy(JavaAccess::getOrigin)));
    }
  }

  /** What the roots can come to; {@code all} must hold every class that matters. */
  static Reach from(JavaClasses all, Collection<? extends JavaCodeUnit> roots) {
    Reach reach = new Reach(all);
    roots.forEach(reach::come);
    while (!reach.open.isEmpty()) {
      reach.follow(reach.open.pop());
    }
    return reach;
  }

  boolean makes(String type) {
    return made.stream().anyMatch(one -> one.getName().equals(type));
  }

  /** The methods of that class that are come to. */
  List<JavaCodeUnit> within(String type) {
    return reached.stream().filter(unit -> unit.getOwner().getName().equals(type)).toList();
  }

  boolean comesTo(String type, String method) {
    return within(type).stream().anyMatch(unit -> unit.getName().equals(method));
  }

  /** What the code calls outside of the project, and inside of it too. */
  Stream<CodeUnitAccessTarget> targets() {
    return calls.stream();
  }

  private void come(JavaCodeUnit unit) {
    if (reached.add(unit)) {
      open.push(unit);
      if (unit instanceof JavaConstructor) {
        make(unit.getOwner());
      }
    }
  }

  private void make(JavaClass type) {
    if (made.add(type)) {
      List.copyOf(calls).forEach(call -> enter(type, call));
    }
  }

  private void follow(JavaCodeUnit unit) {
    for (JavaAccess<?> access : accesses.getOrDefault(unit, List.of())) {
      if (access.getTarget() instanceof CodeUnitAccessTarget call && calls.add(call)) {
        resolve(call.getOwner(), call);
        List.copyOf(made).forEach(type -> enter(type, call));
      }
    }
  }

  private void enter(JavaClass type, CodeUnitAccessTarget call) {
    if (type.isAssignableTo(call.getOwner().getName())) {
      resolve(type, call);
    }
  }

  /** The method that an object of that class would run. */
  private void resolve(JavaClass type, CodeUnitAccessTarget call) {
    Stream.concat(
            Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream()),
            type.getAllRawInterfaces().stream())
        .map(owner -> owner.getCodeUnits().stream().filter(unit -> answers(unit, call)).toList())
        .filter(units -> !units.isEmpty())
        .findFirst()
        .ifPresent(units -> units.forEach(this::come));
  }

  private static List<String> names(List<JavaClass> types) {
    return types.stream().map(JavaClass::getName).toList();
  }

  private static boolean answers(JavaCodeUnit unit, CodeUnitAccessTarget call) {
    return unit.getName().equals(call.getName())
        && names(unit.getRawParameterTypes()).equals(names(call.getRawParameterTypes()));
  }
}
