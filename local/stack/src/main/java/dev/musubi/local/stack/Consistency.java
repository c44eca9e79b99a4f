package dev.musubi.local.stack;

import java.util.List;

/** What AWS would refuse although each resource by itself is fine. */
final class Consistency {
  private Consistency() {}

  static void check(Stack stack) {
    if (stack.all(HttpApi.class).size() > 1) {
      throw new TemplateException("Only one HTTP API is understood.");
    }
    stack.queues().forEach(queue -> redrive(stack, queue));
    stack.functions().forEach(function -> sources(stack, function));
  }

  private static void redrive(Stack stack, Queue queue) {
    if (queue.redrive().isEmpty()) {
      return;
    }
    String path = queue.named().logicalId() + ".RedrivePolicy";
    Queue target =
        stack
            .queueByArn(queue.redrive().get().deadLetterArn())
            .orElseThrow(
                () -> TemplateException.at(path, "its dead-letter queue is not in the template"));
    boolean allowed =
        target
            .redriveAllow()
            .map(
                allow ->
                    switch (allow.permission()) {
                      case "allowAll" -> true;
                      case "byQueue" -> allow.sourceArns().contains(queue.named().arn());
                      default -> false;
                    })
            .orElse(true);
    if (!allowed) {
      throw TemplateException.at(
          path, target.named().logicalId() + " does not allow it as a source of dead letters");
    }
  }

  private static void sources(Stack stack, LambdaFunction function) {
    List<Triggers.QueueSource> sources = function.triggers().queues();
    for (Triggers.QueueSource source : sources) {
      String path = function.named().logicalId() + ".Events";
      Queue queue =
          stack
              .queueByArn(source.queueArn())
              .orElseThrow(() -> TemplateException.at(path, "its queue is not in the template"));
      if (queue.times().visibility().compareTo(function.limits().timeout()) < 0) {
        throw TemplateException.at(
            path,
            "the visibility timeout of "
                + queue.named().logicalId()
                + " is shorter than the function's timeout");
      }
    }
  }
}
