package dev.musubi.local.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources as the compiler understands them, for rules about what class files no longer tell. */
record Javac(List<CompilationUnitTree> units, Trees trees, JavacTask task) {

  Javac {
    units = List.copyOf(units);
  }

  /** The syntax alone. */
  static Javac parsed(Iterable<? extends JavaFileObject> files) {
    return read(files, false);
  }

  /** With types: the files must need nothing but the JDK and each other. */
  static Javac analysed(Iterable<? extends JavaFileObject> files) {
    return read(files, true);
  }

  static Iterable<? extends JavaFileObject> files(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    return files.getJavaFileObjectsFromPaths(sources);
  }

  /** Where a piece of source stands, for a person. */
  String at(CompilationUnitTree unit, Tree tree) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    String name = Path.of(unit.getSourceFile().toUri().getPath()).getFileName().toString();
    return name + ":" + unit.getLineMap().getLineNumber(start);
  }

  private static Javac read(Iterable<? extends JavaFileObject> files, boolean types) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
    try {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      if (types) {
        task.analyze();
      }
      return new Javac(units, Trees.instance(task), task);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
