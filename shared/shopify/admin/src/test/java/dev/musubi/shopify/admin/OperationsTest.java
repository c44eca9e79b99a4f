package dev.musubi.shopify.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class OperationsTest {

  /** Set MUSUBI_SHARED to a folder with Shopify's schema to check the operations against it. */
  @Test
  void every_operation_is_valid_in_the_version_that_is_asked() throws IOException {
    Optional<Path> shared = Optional.ofNullable(System.getenv("MUSUBI_SHARED")).map(Path::of);
    assumeTrue(shared.isPresent(), "MUSUBI_SHARED is not set");
    String file = "specs/shopify/admin_" + AdminBase.VERSION + ".graphql.gz";
    GraphQLSchema schema = schema(shared.get().resolve(file));
    for (Operation operation : Operation.values()) {
      assertThat(
              new Validator().validateDocument(schema, Parser.parse(operation.text()), Locale.ROOT))
          .as(operation.name())
          .isEmpty();
    }
  }

  private static GraphQLSchema schema(Path file) throws IOException {
    ParserOptions unlimited =
        ParserOptions.newParserOptions()
            .maxCharacters(Integer.MAX_VALUE)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .build();
    try (InputStream zipped = new GZIPInputStream(Files.newInputStream(file));
        Reader sdl = new InputStreamReader(zipped, StandardCharsets.UTF_8)) {
      return UnExecutableSchemaGenerator.makeUnExecutableSchema(
          new SchemaParser().parse(sdl, unlimited));
    }
  }
}
