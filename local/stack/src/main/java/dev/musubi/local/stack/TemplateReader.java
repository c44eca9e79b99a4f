package dev.musubi.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a SAM template into a {@link Stack}, and fails on whatever it does not understand. See <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html">the
 * specification</a>.
 */
public final class TemplateReader {
  private static final String TRANSFORM = "AWS::Serverless-2016-10-31";

  private final Physical physical;
  private final Map<String, String> overrides;

  /** A reader for one place; {@code overrides} stand in for the defaults of parameters. */
  public TemplateReader(Physical physical, Map<String, String> overrides) {
    this.physical = physical;
    this.overrides = Map.copyOf(overrides);
  }

  /**
   * Reads a file.
   *
   * @throws TemplateException if it is not there or something in it is not understood
   */
  public Stack read(Path file) {
    try {
      return read(Files.readString(file));
    } catch (IOException e) {
      throw new TemplateException("The template %s cannot be read.".formatted(file));
    }
  }

  /**
   * Reads a template.
   *
   * @throws TemplateException if something in it is not understood
   */
  public Stack read(String yaml) {
    Block top = new Block(Block.ROOT, YamlDocument.parse(yaml));
    top.without("AWSTemplateFormatVersion", "Description", "Metadata");
    if (!top.need("Transform").equals(TRANSFORM)) {
      throw TemplateException.at(Block.ROOT, "Transform must be " + TRANSFORM);
    }
    Block none = new Block("", Map.of());
    Map<String, Object> parameters =
        Parameters.read(top.block("Parameters").orElse(none), overrides);
    Conditions conditions = new Conditions(section(top, "Conditions"));
    Map<?, ?> globals = section(top, "Globals");
    Map<?, ?> outputs = section(top, "Outputs");
    Map<String, Declared> declared = new LinkedHashMap<>();
    References references = new References(declared, parameters, conditions, physical);
    declare(top.needBlock("Resources"), references, new Globals(globals), declared);
    top.end();
    ResourceReader reader = new ResourceReader(references, physical);
    Map<String, Resource> resources = new LinkedHashMap<>();
    declared.values().forEach(d -> resources.put(d.logicalId(), reader.read(d)));
    Stack stack = new Stack(texts(parameters), resources, outputs(outputs, references));
    Consistency.check(stack);
    return stack;
  }

  private static Map<?, ?> section(Block top, String name) {
    return top.block(name).map(Block::values).orElse(Map.of());
  }

  private static void declare(
      Block resources, References references, Globals globals, Map<String, Declared> declared) {
    List<Declared> all = new ArrayList<>();
    for (String id : resources.keys()) {
      if (!id.matches("[A-Za-z0-9]{1,255}")) {
        throw TemplateException.at("Resources", "'" + id + "' must be letters and digits");
      }
      Block resource = resources.needBlock(id);
      resource.without("DeletionPolicy", "UpdateReplacePolicy", "DependsOn", "Metadata");
      String type = resource.need("Type");
      Kind kind =
          Kind.of(type)
              .orElseThrow(
                  () ->
                      TemplateException.at(id, "the resource type " + type + " is not understood"));
      Map<?, ?> properties = resource.block("Properties").map(Block::values).orElse(Map.of());
      boolean wanted =
          resource.text("Condition").map(name -> references.condition(id, name)).orElse(true);
      resource.end();
      if (wanted) {
        all.add(new Declared(id, kind, globals.under(kind, properties)));
      }
    }
    all.forEach(d -> declared.put(d.logicalId(), d));
  }

  private static Map<String, String> texts(Map<String, Object> parameters) {
    Map<String, String> result = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) ->
            result.put(
                name,
                value instanceof List<?> list
                    ? String.join(",", list.stream().map(String.class::cast).toList())
                    : (String) value));
    return result;
  }

  private static Map<String, String> outputs(Map<?, ?> section, References references) {
    Map<String, String> result = new LinkedHashMap<>();
    section.forEach(
        (name, raw) -> {
          String path = "Outputs." + name;
          Map<String, Object> copy = new LinkedHashMap<>(Block.asBlock(path, raw).values());
          Optional<String> condition = new Block(path, copy).text("Condition");
          copy.remove("Condition");
          if (condition.map(c -> references.condition(path, c)).orElse(true)) {
            Block output = new Block(path, references.intrinsics().mapping(path, copy));
            output.without("Description", "Export");
            result.put((String) name, output.need("Value"));
            output.end();
          }
        });
    return result;
  }
}
