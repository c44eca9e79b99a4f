package dev.musubi.local.world.frontdoor;

import dev.musubi.local.stack.LambdaFunction;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives calls: who is it, may they, does a fault strike, and then the service's answer. */
final class Reception {
  /** The access key of the world itself, which may do everything and meets no faults. */
  static final String WORLD = "world";

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Services services;
  private final Gatekeeper gatekeeper;
  private final Faults faults;
  private final CallCounts counts;

  Reception(Services services, Faults faults, CallCounts counts) {
    this.services = services;
    this.gatekeeper = new Gatekeeper(services.physical().account());
    this.faults = faults;
    this.counts = counts;
  }

  static AwsAnswer unsigned() {
    return Dialect.SSM.error(
        403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  Outcome receive(AwsCall call) {
    String key = call.credential().accessKey();
    Optional<LambdaFunction> function = services.stack().function(key);
    String name = call.credential().service();
    if (function.isEmpty() && !key.equals(WORLD)) {
      return answered(
          Dialect.of(name)
              .orElse(Dialect.SSM)
              .error(
                  403,
                  "UnrecognizedClientException",
                  "The security token included in the request is invalid."));
    }
    return services
        .named(name)
        .map(service -> receive(service, call, function))
        .orElseGet(
            () ->
                answered(
                    Dialect.SSM.error(
                        400,
                        "UnknownOperationException",
                        "The local world has no service " + name + ".")));
  }

  private Outcome receive(AwsService service, AwsCall call, Optional<LambdaFunction> function) {
    try {
      String operation = service.operation(call);
      counts.count(call.credential().accessKey(), service.dialect().service(), operation);
      var needs = service.needs(call);
      Optional<String> refusal = function.flatMap(f -> gatekeeper.refusal(f, needs));
      if (refusal.isPresent()) {
        LOG.warn(refusal.get());
        return answered(service.dialect().denied(refusal.get()));
      }
      return function
          .flatMap(f -> faults.strike(service.dialect().service()))
          .map(fault -> faulty(service, call, fault))
          .orElseGet(() -> answered(counted(service, call, operation)));
    } catch (NotSupported e) {
      return answered(service.dialect().error(400, e.code(), e.getMessage()));
    } catch (UncheckedIOException e) {
      return answered(service.dialect().failed());
    }
  }

  private AwsAnswer counted(AwsService service, AwsCall call, String operation) {
    AwsAnswer answer = service.answer(call);
    String caller = call.credential().accessKey();
    counts.took(caller, service.dialect().service(), operation, service.units(answer));
    return answer;
  }

  private static Outcome faulty(AwsService service, AwsCall call, Fault fault) {
    return switch (fault) {
      case THROTTLE -> answered(service.dialect().throttled());
      case FAIL -> answered(service.dialect().failed());
      case TIMEOUT -> new Outcome.Silence();
      case TIMEOUT_AFTER_ACCEPT -> {
        service.answer(call);
        yield new Outcome.Silence();
      }
      case CONNECTION_RESET -> new Outcome.Broken();
    };
  }

  private static Outcome answered(AwsAnswer answer) {
    return new Outcome.Answered(answer);
  }
}
