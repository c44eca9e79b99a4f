package dev.musubi.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.function.aws.MicronautRequestHandler;
import org.junit.jupiter.api.Test;

class InvocationWiringTest {

  /** Answers what it is asked. */
  static class EchoFunction extends MicronautRequestHandler<String, String> {
    @Override
    public String execute(String event) {
      return event;
    }
  }

  @Test
  void a_warm_function_keeps_nothing_of_its_former_invocations() {
    try (EchoFunction function = new EchoFunction()) {
      for (int i = 0; i < 3; i++) {
        assertThat(function.handleRequest("event", new Invocation("request-" + i)))
            .isEqualTo("event");
      }
      assertThat(function.getApplicationContext().getBeansOfType(Context.class)).isEmpty();
      assertThat(function.getApplicationContext().getBeansOfType(LambdaLogger.class)).isEmpty();
    }
  }

  /** One invocation's context, as Lambda gives it. */
  private record Invocation(String request) implements Context {

    @Override
    public String getAwsRequestId() {
      return request;
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "echo";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:ap-northeast-1:000000000000:function:echo";
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 1_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {
          throw new AssertionError(message);
        }

        @Override
        public void log(byte[] message) {
          throw new AssertionError();
        }
      };
    }
  }
}
