package dev.musubi.local.stack;

import java.net.URI;
import java.util.Optional;

/** Reads {@code AWS::SQS::Queue}. */
final class QueueReader {
  private static final int FOUR_DAYS = 345_600;

  private QueueReader() {}

  static Queue read(Named named, URI url, Block block) {
    block.without("QueueName", "Tags", "SqsManagedSseEnabled", "KmsMasterKeyId");
    block.without("KmsDataKeyReusePeriodSeconds", "MaximumMessageSize");
    block.without("ReceiveMessageWaitTimeSeconds");
    Optional<Queue.Redrive> redrive = block.block("RedrivePolicy").map(QueueReader::redrive);
    Optional<Queue.RedriveAllow> allow = block.block("RedriveAllowPolicy").map(QueueReader::allow);
    Queue queue =
        block.build(
            () ->
                new Queue(
                    named,
                    url,
                    new Queue.Times(
                        block.seconds("VisibilityTimeout", 30),
                        block.seconds("DelaySeconds", 0),
                        block.seconds("MessageRetentionPeriod", FOUR_DAYS)),
                    redrive,
                    allow));
    block.end();
    return queue;
  }

  private static Queue.Redrive redrive(Block block) {
    Queue.Redrive redrive =
        block.build(
            () ->
                new Queue.Redrive(
                    block.need("deadLetterTargetArn"), block.numberOr("maxReceiveCount", 0)));
    block.end();
    return redrive;
  }

  private static Queue.RedriveAllow allow(Block block) {
    Queue.RedriveAllow allow =
        block.build(
            () ->
                new Queue.RedriveAllow(
                    block.need("redrivePermission"), block.texts("sourceQueueArns")));
    block.end();
    return allow;
  }
}
