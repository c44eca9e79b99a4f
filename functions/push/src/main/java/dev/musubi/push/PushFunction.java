package dev.musubi.push;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.musubi.lambda.Rehearsal;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/** Judges intents and sends what may be sent. */
public class PushFunction extends MicronautRequestHandler<SQSEvent, SQSBatchResponse> {

  @Inject PushWorker worker;

  /** Held here, for the runtime forgets what nobody holds. */
  @Inject Rehearsal rehearsal;

  @Override
  public SQSBatchResponse execute(SQSEvent event) {
    return worker.work(event);
  }
}
