package dev.musubi.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the names in one template stand for: pseudo parameters, parameters and resources. */
final class References implements Intrinsics.Names {
  private static final Pattern NAME = Pattern.compile("[\\w.:/#-]{1,512}");

  private final Map<String, Declared> resources;
  private final Map<String, Object> parameters;
  private final Conditions conditions;
  private final Physical physical;
  private final Intrinsics intrinsics = new Intrinsics(this);
  private final Deque<String> underWay = new ArrayDeque<>();

  References(
      Map<String, Declared> resources,
      Map<String, Object> parameters,
      Conditions conditions,
      Physical physical) {
    this.resources = resources;
    this.parameters = parameters;
    this.conditions = conditions;
    this.physical = physical;
  }

  Intrinsics intrinsics() {
    return intrinsics;
  }

  @Override
  public Optional<Object> ref(String name) {
    if (parameters.containsKey(name)) {
      return Optional.of(parameters.get(name));
    }
    if (resources.containsKey(name)) {
      Declared resource = resources.get(name);
      return Optional.of(resource.kind().ref(named(resource), physical));
    }
    return pseudo(name).or(() -> functionRole(name).map(Named::name)).map(Object.class::cast);
  }

  @Override
  public Optional<String> attribute(String name, String attribute) {
    if (resources.containsKey(name)) {
      Declared resource = resources.get(name);
      return resource.kind().attribute(named(resource), attribute, physical);
    }
    return attribute.equals("Arn") ? functionRole(name).map(Named::arn) : Optional.empty();
  }

  @Override
  public boolean condition(String path, String name) {
    return conditions.holds(path, name, intrinsics);
  }

  /** The identity of a resource, its declared name resolved. */
  Named named(Declared resource) {
    String id = resource.logicalId();
    if (underWay.contains(id)) {
      throw TemplateException.at(id, "its name depends on itself");
    }
    underWay.push(id);
    try {
      Optional<String> declared =
          resource.kind().nameProperty().flatMap(key -> declaredName(resource, key));
      return resource.kind().named(id, declared, physical);
    } finally {
      underWay.pop();
    }
  }

  private Optional<String> declaredName(Declared resource, String key) {
    String path = resource.logicalId() + "." + key;
    return Optional.ofNullable(resource.properties().get(key))
        .flatMap(value -> intrinsics.resolve(path, value))
        .map(value -> name(path, Block.asText(path, value)));
  }

  /** What no resource of AWS may be called would not fit into its URL or ARN either. */
  private static String name(String path, String declared) {
    if (!NAME.matcher(declared).matches()) {
      throw TemplateException.at(path, "'" + declared + "' is not a name");
    }
    return declared;
  }

  private Optional<String> pseudo(String name) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(physical.region());
      case "AWS::AccountId" -> Optional.of(physical.account());
      case "AWS::StackName" -> Optional.of(physical.stackName());
      case "AWS::Partition" -> Optional.of("aws");
      case "AWS::URLSuffix" -> Optional.of("amazonaws.com");
      default -> Optional.empty();
    };
  }

  /** SAM makes a role for each function and calls it by the function's id and "Role". */
  private Optional<Named> functionRole(String name) {
    if (!name.endsWith("Role")) {
      return Optional.empty();
    }
    return Optional.ofNullable(resources.get(name.substring(0, name.length() - "Role".length())))
        .filter(resource -> resource.kind() == Kind.FUNCTION)
        .map(resource -> Kind.ROLE.named(name, Optional.empty(), physical));
  }
}
