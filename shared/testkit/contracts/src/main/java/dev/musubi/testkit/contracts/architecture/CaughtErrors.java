package dev.musubi.testkit.contracts.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds handlers of {@link Throwable} and {@link Error} in a class file. The compiler makes some of
 * its own, for resources and for record patterns: those throw on what they caught, or a {@link
 * MatchException}, and are none.
 */
final class CaughtErrors {

  private CaughtErrors() {}

  static List<String> of(JavaClass type) {
    List<String> caught = new ArrayList<>();
    for (MethodModel method : read(type).methods()) {
      method
          .code()
          .filter(CaughtErrors::catchesErrors)
          .ifPresent(code -> caught.add(type.getName() + "." + method.methodName().stringValue()));
    }
    return caught;
  }

  private static ClassModel read(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean catchesErrors(CodeModel code) {
    List<CodeElement> elements = code.elementList();
    return code.exceptionHandlers().stream()
        .filter(handler -> handler.catchType().isPresent())
        .filter(CaughtErrors::isError)
        .map(ExceptionCatch::handler)
        .distinct()
        .anyMatch(handler -> !isTheCompilers(after(elements, handler)));
  }

  private static boolean isError(ExceptionCatch handler) {
    String caught = handler.catchType().orElseThrow().asInternalName();
    return caught.equals("java/lang/Throwable") || caught.equals("java/lang/Error");
  }

  private static List<Instruction> after(List<CodeElement> elements, Label handler) {
    int start = 0;
    while (!(elements.get(start) instanceof LabelTarget target && target.label().equals(handler))) {
      start++;
    }
    return elements.subList(start, elements.size()).stream()
        .filter(Instruction.class::isInstance)
        .map(Instruction.class::cast)
        .toList();
  }

  /**
   * Up to the first throw: what was caught is stored and thrown on (with nothing but closing in
   * between), added to what was caught before, or wrapped in a {@link MatchException}.
   */
  private static boolean isTheCompilers(List<Instruction> handler) {
    if (!(handler.getFirst() instanceof StoreInstruction caught)) {
      return false;
    }
    for (int i = 1; i < handler.size(); i++) {
      Instruction instruction = handler.get(i);
      if (instruction instanceof InvokeInstruction call && !expected(call)
          || instruction instanceof NewObjectInstruction made
              && !made.className().asInternalName().equals("java/lang/MatchException")
          || instruction instanceof ReturnInstruction) {
        return false;
      }
      if (instruction.opcode() == Opcode.ATHROW) {
        return throwsOn(handler.get(i - 1), caught.slot());
      }
    }
    return false;
  }

  private static boolean expected(InvokeInstruction call) {
    return switch (call.name().stringValue()) {
      case "close", "addSuppressed", "toString" -> true;
      case "<init>" -> call.owner().asInternalName().equals("java/lang/MatchException");
      default -> false;
    };
  }

  private static boolean throwsOn(Instruction before, int slot) {
    return before instanceof InvokeInstruction
        || before instanceof LoadInstruction load && load.slot() <= slot;
  }
}
