package dev.musubi.local.world.parameters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * SSM's Parameter Store of the local world, in memory. See <a
 * href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">PutParameter</a>.
 */
public final class ParameterStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstantSource clock;
  private final Map<String, Parameter> parameters = new TreeMap<>();

  /** An empty store that dates versions by {@code clock}. */
  public ParameterStore(InstantSource clock) {
    this.clock = clock;
  }

  /** The parameter's newest version; a secret that is not decrypted has a sealed value. */
  public synchronized Optional<Parameter> find(String name, boolean decrypt) {
    return Optional.ofNullable(parameters.get(name)).map(p -> decrypt ? p : sealed(p));
  }

  /**
   * Stores a parameter and answers its version.
   *
   * @throws ParameterRefused {@code ParameterAlreadyExists} unless {@code overwrite}, or {@code
   *     ValidationException}
   */
  public synchronized long put(
      String name, Optional<Parameter.Type> type, String value, boolean overwrite) {
    Parameter former = parameters.get(name);
    if (former != null && !overwrite) {
      throw new ParameterRefused(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the"
              + " request to true.");
    }
    Parameter.Type kind =
        type.or(() -> Optional.ofNullable(former).map(Parameter::type))
            .orElseThrow(
                () ->
                    new ParameterRefused(
                        "ValidationException",
                        "A parameter type is required when you create one."));
    long version = former == null ? 1 : former.version() + 1;
    parameters.put(name, new Parameter(name, kind, value, version, clock.instant()));
    return version;
  }

  /**
   * Removes a parameter with all its versions.
   *
   * @throws ParameterRefused {@code ParameterNotFound}
   */
  public synchronized void delete(String name) {
    if (parameters.remove(name) == null) {
      throw new ParameterRefused("ParameterNotFound", "");
    }
  }

  /** All parameters as text, secrets included, to be kept over a restart. */
  public synchronized String save() {
    ArrayNode all = JSON.createArrayNode();
    parameters
        .values()
        .forEach(
            p ->
                all.addObject()
                    .put("name", p.name())
                    .put("type", p.type().awsName())
                    .put("value", p.value())
                    .put("version", p.version())
                    .put("modified", p.modified().toString()));
    return all.toString();
  }

  /** Takes back what {@link #save} gave; what was there before is gone. */
  public synchronized void load(String saved) {
    try {
      parameters.clear();
      for (JsonNode p : JSON.readTree(saved)) {
        Parameter parameter =
            new Parameter(
                p.path("name").asText(),
                Parameter.Type.of(p.path("type").asText()),
                p.path("value").asText(),
                p.path("version").asLong(),
                Instant.parse(p.path("modified").asText()));
        parameters.put(parameter.name(), parameter);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'saved' must be what save() gave", e);
    }
  }

  private static Parameter sealed(Parameter p) {
    if (p.type() != Parameter.Type.SECURE_STRING) {
      return p;
    }
    String seal =
        Base64.getEncoder()
            .encodeToString(("sealed " + p.name() + p.version()).getBytes(StandardCharsets.UTF_8));
    return new Parameter(p.name(), p.type(), seal, p.version(), p.modified());
  }
}
