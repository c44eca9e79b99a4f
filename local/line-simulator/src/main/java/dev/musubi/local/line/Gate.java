package dev.musubi.local.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.musubi.local.line.Endpoint.Trait;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * What every call of the Messaging API passes: the access token, the rate limit, the retry key's
 * form, the faults that are on, the body's form.
 */
final class Gate {
  private static final String RETRY_KEY = "X-Line-Retry-Key";
  private static final String RATE = "The API rate limit has been exceeded. Try again later.";
  private static final String TOKEN =
      "Authentication failed due to the following reason: invalid token. "
          + "Confirm that the access token in the authorization header is valid.";
  private static final String MONTH = "You have reached your monthly limit.";

  private final ObjectMapper mapper = new ObjectMapper();
  private final RateLimiter limiter = new RateLimiter();
  private final Platform platform;
  private final InstantSource clock;
  private final Faults faults;
  private final Silence silence;

  Gate(Platform platform, InstantSource clock, Faults faults, Silence silence) {
    this.platform = platform;
    this.clock = clock;
    this.faults = faults;
    this.silence = silence;
  }

  static Refused monthlyLimit() {
    return new Refused(429, MONTH);
  }

  void forgetRates() {
    limiter.clear();
  }

  void serve(Endpoint endpoint, Context http, String requestId) {
    try {
      var call = admit(endpoint, http, requestId);
      var fault = endpoint.is(Trait.SENDS) ? faults.next() : Optional.<FaultKind>empty();
      if (fault.isPresent()) {
        fail(fault.get(), endpoint, call);
      } else {
        answer(endpoint, call).writeTo(http);
      }
    } catch (Refused refused) {
      refused.answer().writeTo(http);
    }
  }

  /** Serves an endpoint that checks who calls by itself. */
  void serveOpen(OpenRoute route, Context http) {
    try {
      Answer answer;
      synchronized (platform) {
        answer = route.action().on(http);
      }
      answer.writeTo(http);
    } catch (Refused refused) {
      refused.answer().writeTo(http);
    }
  }

  private void fail(FaultKind fault, Endpoint endpoint, Call call) {
    switch (fault) {
      case RATE_LIMIT -> throw new Refused(429, RATE);
      case MONTHLY_LIMIT -> throw monthlyLimit();
      case SERVER_ERROR -> throw new Refused(500, "Internal Server Error");
      case TIMEOUT -> silence.hold(call.http());
      case TIMEOUT_AFTER_ACCEPT -> {
        answer(endpoint, call);
        silence.hold(call.http());
      }
      case CONNECTION_RESET -> silence.drop(call.http());
    }
  }

  private Answer answer(Endpoint endpoint, Call call) {
    var body = endpoint.is(Trait.JSON) ? json(call.http()) : MissingNode.getInstance();
    var complete =
        new Call(call.channel(), call.now(), call.requestId(), call.retryKey(), body, call.http());
    if (endpoint.is(Trait.WAITS)) {
      return endpoint.action().on(complete);
    }
    synchronized (platform) {
      return endpoint.action().on(complete);
    }
  }

  private Call admit(Endpoint endpoint, Context http, String requestId) {
    var now = clock.instant();
    var channel = authenticate(http, now);
    var bucket = channel.spec().channelId() + " " + endpoint.method() + " " + endpoint.path();
    if (!limiter.take(bucket, endpoint.limit(), now)) {
      throw new Refused(429, RATE);
    }
    var key = retryKey(endpoint, http);
    synchronized (platform) {
      key.ifPresent(given -> channel.retryKeys().seen(given, now));
    }
    return new Call(channel, now, requestId, key, MissingNode.getInstance(), http);
  }

  private Channel authenticate(Context http, Instant now) {
    var token = OAuth.bearer(http);
    synchronized (platform) {
      return platform.channels().stream()
          .filter(channel -> channel.accessTokens().good(token, now))
          .findFirst()
          .orElseThrow(() -> new Refused(401, TOKEN));
    }
  }

  private static Optional<String> retryKey(Endpoint endpoint, Context http) {
    var key = Optional.ofNullable(http.header(RETRY_KEY));
    if (key.isPresent() && !endpoint.is(Trait.RETRY_KEY)) {
      throw new Refused(400, "The '" + RETRY_KEY + "' header is not supported by this API");
    }
    if (key.isPresent() && !RetryKeys.wellFormed(key.get())) {
      throw new Refused(400, "The value for the '" + RETRY_KEY + "' header is invalid");
    }
    return key;
  }

  private JsonNode json(Context http) {
    var type = Optional.ofNullable(http.contentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refused(415, "The content type, " + type + ", is not supported");
    }
    try {
      return mapper.readTree(http.bodyAsBytes());
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw new Refused(
          400,
          "The request body could not be parsed as JSON (line: %d, column: %d)"
              .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw new Refused(400, "The request body could not be read");
    }
  }
}
