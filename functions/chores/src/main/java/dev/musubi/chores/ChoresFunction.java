package dev.musubi.chores;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Makes Shopify and LINE agree with what is stored. */
public class ChoresFunction extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {

  @Inject ChoresWorker worker;

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return worker.work(event);
  }
}
