package dev.musubi.local.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML with CloudFormation's short tags, turned into maps, lists and text in the long form. */
final class YamlDocument {
  private static final int DEEPEST = 50;

  private YamlDocument() {}

  /** The document's top mapping; a tag {@code !Sub x} is the map {@code {Fn::Sub: x}}. */
  static Map<String, Object> parse(String yaml) {
    if (root(yaml) instanceof MappingNode mapping) {
      return map(mapping);
    }
    throw new TemplateException("The template is not a mapping.");
  }

  /** A bad tag alone is an argument's error to the library. */
  private static Node root(String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel("template").build();
    try {
      check(new Parse(settings).parseString(yaml));
      return new Compose(settings)
          .composeString(yaml)
          .orElseThrow(() -> new TemplateException("The template is empty."));
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw new TemplateException("The template is not YAML: " + e.getMessage());
    }
  }

  /**
   * CloudFormation knows no aliases, by which a template could hold itself or unfold without end;
   * see <a
   * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html">its
   * formats</a>.
   */
  private static void check(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      switch (event.getEventId()) {
        case Alias -> throw new TemplateException("The template holds an alias.");
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case DocumentStart, DocumentEnd, StreamStart, StreamEnd, Scalar, Comment -> {}
      }
      if (depth > DEEPEST) {
        throw new TemplateException(
            "The template is nested deeper than %d levels.".formatted(DEEPEST));
      }
    }
  }

  private static Object value(Node node) {
    Object plain =
        switch (node) {
          case MappingNode mapping -> map(mapping);
          case SequenceNode sequence -> list(sequence);
          case ScalarNode scalar -> scalar.getValue();
          default -> throw new TemplateException("The template holds a node of no known kind.");
        };
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain;
    }
    String name = tag.substring(1);
    return switch (name) {
      case "Ref", "Condition" -> Map.of(name, plain);
      case "GetAtt" -> Map.of("Fn::GetAtt", plain instanceof String s ? split(s) : plain);
      default -> Map.of("Fn::" + name, plain);
    };
  }

  private static List<Object> split(String attribute) {
    int dot = attribute.indexOf('.');
    return dot < 0
        ? List.of(attribute)
        : List.of(attribute.substring(0, dot), attribute.substring(dot + 1));
  }

  private static Map<String, Object> map(MappingNode node) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new TemplateException("The template has a key that is not text.");
      }
      if (result.put(key.getValue(), value(tuple.getValueNode())) != null) {
        throw new TemplateException(
            "The template has the key %s twice in one mapping.".formatted(key.getValue()));
      }
    }
    return result;
  }

  private static List<Object> list(SequenceNode node) {
    List<Object> result = new ArrayList<>();
    node.getValue().forEach(child -> result.add(value(child)));
    return result;
  }
}
