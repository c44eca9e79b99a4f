package dev.musubi.local.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What turns a stranger's text into something that runs is not used at all: commands, scripts,
 * look-ups by name, Java's own serialization, XML with its entities, types that the input names,
 * and calls that go wherever the answer of another one points.
 */
class DangerousDoorsStayShutTest {

  private static final Pattern DANGEROUS =
      Pattern.compile(
          "java\\.lang\\.(Runtime\\.(exec|load\\w*)|ProcessBuilder\\..*|System\\.load\\w*)"
              + "|java\\.lang\\.Class\\.forName|java\\.lang\\.ClassLoader\\.loadClass"
              + "|javax\\.script\\..*|javax\\.naming\\..*|java\\.rmi\\..*"
              + "|java\\.io\\.ObjectInputStream\\..*|java\\.beans\\.XML\\w+\\..*"
              + "|javax\\.xml\\..*|org\\.xml\\..*|org\\.w3c\\..*"
              + "|com\\.fasterxml\\.jackson\\..*\\.(activate|enable)DefaultTyping\\w*"
              + "|java\\.net\\.http\\.HttpClient\\$Builder\\.followRedirects"
              + "|java\\.net\\.(URL|HttpURLConnection|Socket|ServerSocket)\\..*");

  /** A client of OkHttp, and so LINE's SDK's, follows redirects unless it is told not to. */
  private static final Pattern FOLLOWING =
      Pattern.compile(
          "okhttp3\\.OkHttpClient(\\$Builder)?\\.<init>"
              + "|com\\.linecorp\\.bot\\..*Client(\\$Companion)?\\.builder"
              + "|com\\.linecorp\\.bot\\.client\\.base\\.Api\\w*Builder\\..*");

  private static final ArchRule SHUT = noClasses().should(reach(DANGEROUS));

  private static final ArchRule NOT_FOLLOWED =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.musubi.line.api.LineSdk")
          .should(reach(FOLLOWING));

  @Test
  void nothing_that_is_deployed_runs_loads_or_follows_what_it_was_told() {
    SHUT.check(Project.classes("shared", "functions"));
    NOT_FOLLOWED.check(Project.classes("shared", "functions"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new okhttp3.OkHttpClient()",
        "new okhttp3.OkHttpClient.Builder()",
        "com.linecorp.bot.messaging.client.MessagingApiClient.builder(\"token\")"
      })
  void whoever_makes_another_client_of_line_is_found(String expression) {
    assertThatThrownBy(() -> NOT_FOLLOWED.check(opening(expression)))
        .hasMessageContaining("was violated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runtime.getRuntime().exec(new String[0])",
        "new ProcessBuilder()",
        "Class.forName(\"x\")",
        "new java.io.ObjectInputStream(null)",
        "javax.xml.parsers.DocumentBuilderFactory.newInstance()",
        "new javax.naming.InitialContext()",
        "new java.net.Socket()",
        "java.net.http.HttpClient.newBuilder().followRedirects(java.net.http.HttpClient.Redirect.ALWAYS)"
      })
  void whoever_opens_one_is_found(String expression) {
    assertThatThrownBy(() -> SHUT.check(opening(expression))).hasMessageContaining("was violated");
  }

  private static JavaClasses opening(String expression) {
    return Sample.classes(
        "package dev.musubi.core.shop; class Door { Object open() throws Exception { return "
            + expression
            + "; } }");
  }

  private static ArchCondition<JavaClass> reach(Pattern doors) {
    return new ArchCondition<>("reach " + doors.pattern()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(access -> doors.matcher(target(access)).matches())
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
      }
    };
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
