package dev.musubi.local.world.frontdoor;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import scala.collection.immutable.List$;

/** ElasticMQ's own store of queues and messages, an H2 file. */
final class KeptMessages {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private KeptMessages() {}

  static Props in(Path folder) {
    String url = "jdbc:h2:" + folder.toAbsolutePath().resolve("queues");
    SqlQueuePersistenceConfig config =
        new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
    return Props.create(
        SqlQueuePersistenceActor.class,
        () -> new SqlQueuePersistenceActor(config, List$.MODULE$.<CreateQueueMetadata>empty()));
  }

  /** Puts what the store holds back into the queues, before anything else reaches them. */
  static void restore(ActorRef store, ActorRef manager) {
    Patterns.ask(store, new QueueEvent.Restore(manager), PATIENCE).toCompletableFuture().join();
  }
}
