package dev.musubi.local.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Rule 1: core's module has no dependency, so that no class of a library is even in reach; Maven
 * refuses it while it validates. The build of core is that rule; here is its proof.
 */
class CoreHasNoDependenciesTest {

  private static final String LIBRARY =
      """
        <dependencies>
          <dependency>
            <groupId>org.slf4j</groupId>
            <artifactId>slf4j-api</artifactId>
            %s
          </dependency>
        </dependencies>
      """;

  @Test
  void core_with_a_library_does_not_build() throws Exception {
    Run run = validated(LIBRARY.formatted(""));

    assertThat(run.exit()).isNotZero();
    assertThat(run.output()).contains("Core needs nothing but the JDK", "slf4j-api");
  }

  @Test
  void core_with_a_library_for_its_tests_builds() throws Exception {
    Run run = validated(LIBRARY.formatted("<scope>test</scope>"));

    assertThat(run.exit()).as(run.output()).isZero();
  }

  private record Run(int exit, String output) {}

  /** Has Maven look at core as it would be with those dependencies. */
  private static Run validated(String dependencies) throws IOException, InterruptedException {
    Path folder = Project.ROOT.resolve("local/rules/target/core-with-a-library");
    Files.createDirectories(folder);
    Path pom = folder.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(Project.ROOT.resolve("shared/core/pom.xml"))
            .replace("../../pom.xml", folder.relativize(Project.ROOT.resolve("pom.xml")).toString())
            .replace("  <build>", dependencies + "  <build>"));
    List<String> command = new ArrayList<>();
    command.add(Project.ROOT.resolve("mvnw").toString());
    command.addAll(List.of("-B", "-ntp", "-o", "-f", pom.toString()));
    Optional.ofNullable(System.getProperty("localRepository"))
        .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
    command.add("enforcer:enforce@core-needs-the-jdk-alone");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process maven = builder.start();
    String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(maven.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(maven.exitValue(), output);
  }
}
