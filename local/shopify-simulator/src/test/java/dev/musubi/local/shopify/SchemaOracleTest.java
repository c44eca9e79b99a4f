package dev.musubi.local.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator serves is part of Shopify's own schema, down to the last argument. */
@EnabledIfEnvironmentVariable(named = SharedFolder.VARIABLE, matches = ".+")
class SchemaOracleTest {
  private static GraphQLSchema shopify;
  private static GraphQLSchema served;

  @BeforeAll
  static void read() throws IOException {
    Path sdl = SharedFolder.path().resolve("specs/shopify/admin_2026-10.graphql.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(sdl))) {
      shopify = schema(in);
    }
    try (InputStream in = ShopSimulator.class.getResourceAsStream("admin/schema.graphqls")) {
      served = schema(in);
    }
  }

  private static GraphQLSchema schema(InputStream in) throws IOException {
    String sdl = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
  }

  @Test
  void every_served_type_field_and_argument_is_shopifys() {
    List<String> differences = new ArrayList<>();
    for (GraphQLNamedType type : served.getAllTypesAsList()) {
      if (!type.getName().startsWith("__")) {
        Optional.ofNullable(shopify.getType(type.getName()))
            .ifPresentOrElse(
                theirs -> compare(type, theirs, differences),
                () -> differences.add("no type " + type.getName()));
      }
    }

    assertThat(served.getAllTypesAsList()).hasSizeGreaterThan(40);
    assertThat(differences).isEmpty();
  }

  private static void compare(GraphQLNamedType ours, GraphQLType theirs, List<String> differences) {
    String name = ours.getName();
    switch (ours) {
      case GraphQLFieldsContainer fields -> {
        GraphQLFieldsContainer their = (GraphQLFieldsContainer) theirs;
        fields.getFieldDefinitions().forEach(f -> compare(name, f, their, differences));
        if (!names(((GraphQLImplementingType) their).getInterfaces())
            .containsAll(names(((GraphQLImplementingType) ours).getInterfaces()))) {
          differences.add(name + " implements something else");
        }
      }
      case GraphQLInputObjectType input -> {
        GraphQLInputObjectType their = (GraphQLInputObjectType) theirs;
        input
            .getFieldDefinitions()
            .forEach(
                f ->
                    same(
                        name + "." + f.getName(),
                        f.getType(),
                        Optional.ofNullable(their.getFieldDefinition(f.getName()))
                            .map(t -> t.getType()),
                        differences));
      }
      case GraphQLEnumType values -> {
        GraphQLEnumType their = (GraphQLEnumType) theirs;
        values.getValues().stream()
            .filter(v -> their.getValue(v.getName()) == null)
            .forEach(v -> differences.add(name + " has no value " + v.getName()));
      }
      default -> assertThat(theirs.getClass()).isEqualTo(ours.getClass());
    }
  }

  private static void compare(
      String type,
      GraphQLFieldDefinition ours,
      GraphQLFieldsContainer theirType,
      List<String> differences) {
    String name = type + "." + ours.getName();
    GraphQLFieldDefinition theirs = theirType.getFieldDefinition(ours.getName());
    same(
        name,
        ours.getType(),
        Optional.ofNullable(theirs).map(GraphQLFieldDefinition::getType),
        differences);
    if (theirs == null) {
      return;
    }
    for (GraphQLArgument argument : ours.getArguments()) {
      same(
          name + "(" + argument.getName() + ")",
          argument.getType(),
          Optional.ofNullable(theirs.getArgument(argument.getName())).map(GraphQLArgument::getType),
          differences);
    }
    theirs.getArguments().stream()
        .filter(a -> GraphQLTypeUtil.isNonNull(a.getType()) && !a.hasSetDefaultValue())
        .filter(a -> ours.getArgument(a.getName()) == null)
        .forEach(a -> differences.add(name + " lacks the required argument " + a.getName()));
  }

  private static void same(
      String what,
      GraphQLType ours,
      Optional<? extends GraphQLType> theirs,
      List<String> differences) {
    String our = GraphQLTypeUtil.simplePrint(ours);
    String their = theirs.map(GraphQLTypeUtil::simplePrint).orElse("nothing");
    if (!our.equals(their)) {
      differences.add(what + " is " + our + ", Shopify has " + their);
    }
  }

  private static List<String> names(List<? extends GraphQLNamedSchemaElement> elements) {
    return elements.stream().map(GraphQLNamedSchemaElement::getName).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AdminApiTest.TAGS_ADD,
        AdminApiTest.CARDS,
        AdminApiTest.ORDER,
        AdminOrdersTest.UPDATED,
        AdminOrdersTest.STOCK,
        AdminOrdersTest.PERSON,
        AdminOrdersTest.SET,
        ShopSpecificSubscriptionTest.LIST,
        ShopSpecificSubscriptionTest.UPDATE,
        ShopSpecificSubscriptionTest.CREATE
      })
  void an_operation_that_the_simulator_answers_is_valid_at_shopify(String operation) {
    ExecutionInput input = ExecutionInput.newExecutionInput(operation).build();

    assertThat(ParseAndValidate.parseAndValidate(shopify, input).getErrors()).isEmpty();
    assertThat(ParseAndValidate.parseAndValidate(served, input).getErrors()).isEmpty();
  }
}
