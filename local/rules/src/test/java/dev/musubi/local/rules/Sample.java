package dev.musubi.local.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Source that breaks a rule, compiled on the spot, so that a test can show the rule fail on it. */
final class Sample {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|record|enum|@interface) (\\w+)");

  private Sample() {}

  /** The classes of these sources; each is one file, with its package statement. */
  static JavaClasses classes(String... sources) {
    try {
      Path folder = Files.createTempDirectory("sample");
      try {
        compile(folder, Stream.of(sources).map(Sample::file).toList());
        return new ClassFileImporter().importPath(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source as the compiler takes it. */
  static JavaFileObject file(String source) {
    String name = first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source);
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static void compile(Path folder, List<JavaFileObject> files) {
    StringWriter complaints = new StringWriter();
    List<String> options = List.of("-d", folder.toString(), "-proc:none");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (!compiler.getTask(complaints, null, null, options, null, files).call()) {
      throw new IllegalArgumentException("the sample does not compile: " + complaints);
    }
  }

  private static String first(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("the sample has no " + pattern);
    }
    return matcher.group(1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
