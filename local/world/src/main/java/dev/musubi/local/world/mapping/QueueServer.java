package dev.musubi.local.world.mapping;

import java.net.URI;
import java.time.InstantSource;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * SQS in this process: <a href="https://github.com/softwaremill/elasticmq">ElasticMQ</a> with
 * visibility and delays on the world's clock. It starts within about 3 s and holds its messages in
 * memory.
 */
public final class QueueServer implements AutoCloseable {
  private final ActorSystem actors = ActorSystem.create("queues");
  private final SQSRestServer server;
  private final URI address;

  /** Starts on a free loopback port. */
  public QueueServer(String region, String account, InstantSource clock) {
    var manager = actors.actorOf(WorldQueues.props(new WorldTime(clock)));
    server =
        SQSRestServerBuilder.withActorSystem(actors)
            .withQueueManagerActor(manager)
            .withAWSRegion(region)
            .withAWSAccountId(account)
            .withInterface("127.0.0.1")
            .withServerAddress(new NodeAddress("http", "127.0.0.1", 0, ""))
            .withDynamicPort()
            .start();
    address = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
  }

  /** Where SQS calls go. */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.stopAndWait();
    actors.terminate();
  }
}
