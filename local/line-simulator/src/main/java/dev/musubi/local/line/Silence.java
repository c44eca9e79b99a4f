package dev.musubi.local.line;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Answers nothing: at once by closing the connection, or after holding it for a while. */
final class Silence implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration most;

  Silence(Duration most) {
    this.most = most;
  }

  /** Holds the caller's connection until the caller is expected to have given up, then drops it. */
  void hold(Context http) {
    try {
      closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drop(http);
  }

  void drop(Context http) {
    ServletContextRequest.getServletContextRequest(http.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /** Lets go of everybody who is held. */
  @Override
  public void close() {
    closed.countDown();
  }
}
