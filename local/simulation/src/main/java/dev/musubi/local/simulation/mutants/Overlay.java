package dev.musubi.local.simulation.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Changed classes before the project's own: compiled into a folder, loaded by a loader of their
 * own, so that the product's sources and classes stay as they are.
 */
final class Overlay {

  private final List<Path> project;
  private final String classPath;
  private final ClassLoader libraries;

  /** {@code classPath} is that of the simulation; {@code project} are its entries of this build. */
  Overlay(String classPath, List<Path> project, ClassLoader libraries) {
    this.classPath = classPath;
    this.project = List.copyOf(project);
    this.libraries = libraries;
  }

  /** A source that stands in no file. */
  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String path, String code) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreErrors) {
      return code;
    }
  }

  URLClassLoader with(Map<String, String> sources, Path into) {
    try {
      Files.createDirectories(into);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach(
        (path, code) -> units.add(new Source(path.replaceFirst(".*/src/main/java/", ""), code)));
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", into.toString());
    if (!sources.isEmpty()
        && !compiler.getTask(complaints, null, null, options, null, units).call()) {
      throw new IllegalStateException("the changed source does not compile: " + complaints);
    }
    List<URL> urls = new ArrayList<>(List.of(url(into)));
    project.forEach(entry -> urls.add(url(entry)));
    return new URLClassLoader(urls.toArray(URL[]::new), libraries);
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path is a URL", e);
    }
  }
}
