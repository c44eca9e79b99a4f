package dev.musubi.testkit.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of one function under {@code events}, read as Lambda's runtime reads an event. */
public final class ExampleEvents {

  private final Path folder;

  private ExampleEvents(Path folder) {
    this.folder = folder;
  }

  /** To be called from a function's tests, which run in the folder of that function's module. */
  public static ExampleEvents of(String function) {
    return new ExampleEvents(Path.of("../../events", function));
  }

  /** What each file means, in alphabetical order. */
  public List<String> meanings() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public APIGatewayV2HTTPEvent http(String meaning) {
    return read(meaning, APIGatewayV2HTTPEvent.class);
  }

  public SQSEvent messages(String meaning) {
    return read(meaning, SQSEvent.class);
  }

  private <E> E read(String meaning, Class<E> type) {
    try (InputStream json = Files.newInputStream(folder.resolve(meaning + ".json"))) {
      return LambdaEventSerializers.serializerFor(type, type.getClassLoader()).fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
