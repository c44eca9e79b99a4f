package dev.musubi.local.world.mapping;

/** What a queue's address tells. */
final class Queues {
  private Queues() {}

  /** The queue's name: the last part of its URL, whichever host that has. */
  static String name(String queueUrl) {
    return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
  }
}
