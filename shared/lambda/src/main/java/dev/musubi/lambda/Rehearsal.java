package dev.musubi.lambda;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does once, before Lambda takes the snapshot that all later starts begin with, what the first call
 * will need: classes are loaded and linked then, and not while somebody waits. A rehearsal touches
 * nothing that is anybody's; one that fails is logged and costs a slower first call, no more.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">
 *     Runtime hooks for SnapStart</a>
 */
public final class Rehearsal implements Resource {
  /** A handle that no shop is registered under. */
  public static final String NOBODY = "rehearsal-" + "x".repeat(50);

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private final Runnable scene;

  private Rehearsal(Runnable scene) {
    this.scene = scene;
  }

  /** Whoever asks holds the answer: the runtime itself forgets what nobody holds. */
  public static Rehearsal beforeSnapshot(Runnable scene) {
    Rehearsal rehearsal = new Rehearsal(scene);
    Core.getGlobalContext().register(rehearsal);
    return rehearsal;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      scene.run();
    } catch (RuntimeException e) {
      LOG.info("The rehearsal ended early: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // What depends on time or place is made by calls, not before them.
  }
}
