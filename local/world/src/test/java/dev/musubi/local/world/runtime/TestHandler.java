package dev.musubi.local.world.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** A function that does what its event says; the tests pack it into a zip of its own. */
public final class TestHandler implements RequestHandler<Map<String, Object>, Object> {
  @Override
  public Object handleRequest(Map<String, Object> event, Context context) {
    return switch ((String) event.get("do")) {
      case "environment" -> new TreeMap<>(System.getenv());
      case "clock" ->
          ServiceLoader.load(InstantSource.class).findFirst().orElseThrow().instant().toString();
      case "left" -> context.getRemainingTimeInMillis();
      case "where" -> getClass().getProtectionDomain().getCodeSource().getLocation().toString();
      case "throw" -> throw new IllegalStateException("as asked");
      case "hooks" -> hooks();
      case "print" -> print((String) event.get("text"));
      case "exit" -> exit();
      case "wait" -> waitFor((int) event.get("port"));
      default -> event;
    };
  }

  /** Whether what registers with org.crac comes to the registry that the runtime client asks. */
  private static Object hooks() {
    try {
      return Class.forName(System.getProperty("org.crac.Core.Compat") + ".Core").getName();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object print(String text) {
    System.out.println(text);
    return text;
  }

  private static Object exit() {
    Runtime.getRuntime().halt(3);
    return "not reached";
  }

  /** Tells that it is here by connecting, and goes on when the other side closes. */
  private static Object waitFor(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.getInputStream().read();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
