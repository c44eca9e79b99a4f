package dev.musubi.local.world.frontdoor;

import dev.musubi.local.stack.Decision;
import dev.musubi.local.stack.LambdaFunction;
import java.util.List;
import java.util.Optional;

/** Decides by a function's IAM statements whether a call may pass, and words the refusal as AWS. */
final class Gatekeeper {
  private final String account;

  Gatekeeper(String account) {
    this.account = account;
  }

  /** The refusal's message, or empty when every need is granted. */
  Optional<String> refusal(LambdaFunction caller, List<Need> needs) {
    for (Need need : needs) {
      Decision decision =
          caller.statements().decide(need.action(), need.resource(), need.context());
      if (decision != Decision.ALLOWED) {
        return Optional.of(message(caller, need, decision));
      }
    }
    return Optional.empty();
  }

  private String message(LambdaFunction caller, Need need, Decision decision) {
    String why =
        decision == Decision.EXPLICITLY_DENIED
            ? "with an explicit deny in an identity-based policy"
            : "because no identity-based policy allows the " + need.action() + " action";
    String id = caller.named().logicalId();
    return "User: arn:aws:sts::%s:assumed-role/%s/%s is not authorized to perform: %s on resource: %s %s"
        .formatted(account, id, caller.named().name(), need.action(), need.resource(), why);
  }
}
