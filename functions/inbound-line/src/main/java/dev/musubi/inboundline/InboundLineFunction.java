package dev.musubi.inboundline;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Acts on LINE's events. */
public class InboundLineFunction extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {

  @Inject InboundLineWorker worker;

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return worker.work(event);
  }
}
