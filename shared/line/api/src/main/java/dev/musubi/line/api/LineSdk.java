package dev.musubi.line.api;

import com.linecorp.bot.client.base.BotAwareJacksonConverter;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.ResultCallAdapterFactory;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.client.MessagingApiExceptionBuilder;
import dev.musubi.core.shop.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * LINE Bot SDK's clients, one for all shops: they share connections, threads and what Jackson
 * learned of the SDK's models, and each call is signed with the token that it is made with. The
 * SDK's own builder makes all of that anew for each token.
 */
final class LineSdk {
  private static final int IDLE_CONNECTIONS = 64;
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final ScopedValue<Secret> token = ScopedValue.newInstance();
  private final MessagingApiExceptionBuilder refusals = new MessagingApiExceptionBuilder();
  private final OkHttpClient http;
  private final MessagingApiClient messaging;
  private final MessagingApiBlobClient data;

  LineSdk(LineHosts hosts, Duration timeout) {
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .followRedirects(false)
            // One connection for all would hang all at once, and hanging up would not close it.
            .protocols(List.of(Protocol.HTTP_1_1))
            .dispatcher(unbounded())
            .connectionPool(
                new ConnectionPool(IDLE_CONNECTIONS, IDLE.toMillis(), TimeUnit.MILLISECONDS))
            .addInterceptor(this::failing)
            .build();
    Converter.Factory models =
        BotAwareJacksonConverter.create(ModelObjectMapper.createNewObjectMapper());
    this.messaging = client(MessagingApiClient.class, hosts.api(), models);
    this.data = client(MessagingApiBlobClient.class, hosts.data(), models);
  }

  <T> CompletableFuture<Result<T>> call(
      Secret signing, Function<MessagingApiClient, CompletableFuture<Result<T>>> request) {
    return ScopedValue.where(token, signing).call(() -> request.apply(messaging));
  }

  <T> CompletableFuture<Result<T>> callData(
      Secret signing, Function<MessagingApiBlobClient, CompletableFuture<Result<T>>> request) {
    return ScopedValue.where(token, signing).call(() -> request.apply(data));
  }

  private <C> C client(Class<C> type, URI host, Converter.Factory models) {
    return new Retrofit.Builder()
        .baseUrl(host.toString())
        .callFactory(this::signed)
        .addConverterFactory(models)
        .addCallAdapterFactory(new ResultCallAdapterFactory())
        .build()
        .create(type);
  }

  /** Asked by the thread that makes the call; there is no call without a token. */
  private Call signed(Request request) {
    return http.newCall(
        request.newBuilder().header("Authorization", "Bearer " + token.get().value()).build());
  }

  /** Whoever calls bounds how many calls there are: one that waited here would seem slow. */
  private static Dispatcher unbounded() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  private Response failing(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!response.isSuccessful()) {
      throw refusals.build(response);
    }
    return response;
  }
}
