package dev.musubi.fanout;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Turns shards of runs into intents. */
public class FanOutFunction extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {

  @Inject FanOutWorker worker;

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return worker.work(event);
  }
}
