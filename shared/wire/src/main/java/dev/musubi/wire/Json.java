package dev.musubi.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads JSON objects of at most 1 MiB, {@value #DEEPEST} levels and numbers of 40 digits, each
 * field once.
 */
public final class Json {

  static final int LONGEST = 1 << 20;
  static final int DEEPEST = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LONGEST)
                          .maxStringLength(LONGEST)
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final TypeReference<Map<String, Object>> PLAIN = new TypeReference<>() {};

  private Json() {}

  /**
   * An object of plain Java values: text, numbers, booleans, null, lists and maps, in the text's
   * order.
   */
  public static Map<String, Object> plain(String json) {
    return MAPPER.convertValue(object(json), PLAIN);
  }

  static ObjectNode object(String json) {
    if (json == null || json.length() > LONGEST) {
      throw new MalformedJson("a JSON text must have at most " + LONGEST + " characters");
    }
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
      throw new MalformedJson("a JSON object was expected");
    } catch (JsonProcessingException e) {
      throw new MalformedJson("the text is not JSON within the limits");
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array(Stream<? extends JsonNode> nodes) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    nodes.forEach(array::add);
    return array;
  }

  static ObjectNode texts(Map<String, String> texts) {
    ObjectNode object = object();
    texts.forEach(object::put);
    return object;
  }
}
