package dev.musubi.local.line;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes the platform's state as JSON and reads it again. */
final class Memory {
  private final ObjectMapper mapper =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
          .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);

  String write(Platform platform) {
    try {
      return mapper.writeValueAsString(platform);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state can't be written: " + e.getOriginalMessage(), e);
    }
  }

  Platform read(String json) {
    try {
      return mapper.readValue(json, Platform.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'json' is no saved state: " + e.getOriginalMessage(), e);
    }
  }
}
