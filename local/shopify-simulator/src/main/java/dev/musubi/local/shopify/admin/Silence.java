package dev.musubi.local.shopify.admin;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The ways of not answering a request. */
final class Silence {
  /** Real time; longer than any client of the platform waits. */
  private static final long KEPT_SECONDS = 60;

  private Silence() {}

  /** Holds the request without a thread, until the client has long gone. */
  static void keep(Context ctx) {
    ctx.future(
        () ->
            new CompletableFuture<Void>()
                .completeOnTimeout(null, KEPT_SECONDS, TimeUnit.SECONDS)
                .thenRun(() -> ctx.status(504)));
  }

  /** Tears the connection down, so that the client sees it reset. */
  static void reset(Context ctx) {
    Object transport =
        ServletContextRequest.getServletContextRequest(ctx.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint()
            .getTransport();
    if (!(transport instanceof SocketChannel channel)) {
      throw new IllegalStateException("the request did not come over a socket");
    }
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
