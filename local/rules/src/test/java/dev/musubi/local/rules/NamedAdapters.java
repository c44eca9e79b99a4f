package dev.musubi.local.rules;

import java.util.Map;
import java.util.TreeMap;

/** The classes whose job is time, pace, parallelism or entropy, each with why it may be. */
final class NamedAdapters {

  static final Map<String, String> REASONS = reasons();

  private NamedAdapters() {}

  private static Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    reasons.put("dev.musubi.aws.dynamodb.Patience", "milliseconds between tries of one request");
    reasons.put(
        "dev.musubi.aws.grouping.Grouped", "threads meet there, each waits for its own answer");
    reasons.put("dev.musubi.lambda.Clock", "the deployed clock is the machine's");
    reasons.put("dev.musubi.lambda.PacedByClock", "the deployed pace holds the calling thread");
    reasons.put("dev.musubi.lambda.SystemEntropy", "the deployed entropy is the platform's");
    reasons.put("dev.musubi.lambda.VirtualThreads", "the deployed parallelism");
    reasons.put(
        "dev.musubi.line.api.LineCalls", "LINE's SDK answers with futures; each is awaited");
    reasons.put("dev.musubi.shopify.admin.Pause", "the deployed pause holds the calling thread");
    reasons.put("dev.musubi.testkit.memory.SeededEntropy", "entropy by a seed, for tests");
    reasons.put("dev.musubi.local.clock.OffsetClock", "the world's time is the machine's, moved");
    reasons.put("dev.musubi.local.world.Demo", "hands the world the machine's clock, once");
    reasons.put("dev.musubi.local.world.Figures", "does so too, and times the start by it");
    reasons.put("dev.musubi.local.bench.Stopwatch", "measuring is its job");
    reasons.put("dev.musubi.local.chaos.Chaos", "does so too, and ends by it");
    reasons.put("dev.musubi.local.page.Pictures", "hands its world the machine's clock, once");
    reasons.put("dev.musubi.local.simulation.Crew", "seeds side by side, and how long they took");
    reasons.put("dev.musubi.local.simulation.engine.Chance", "chance by a seed");
    reasons.put("dev.musubi.local.simulation.mutants.Mutants", "planted faults side by side");
    return reasons;
  }
}
