package dev.musubi.local.world.cloud;

import dev.musubi.core.sending.Chore;
import dev.musubi.local.stack.Physical;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.TemplateReader;
import dev.musubi.local.world.clock.Agenda;
import dev.musubi.local.world.clock.Busy;
import dev.musubi.local.world.clock.WorldClock;
import dev.musubi.local.world.frontdoor.FrontDoor;
import dev.musubi.local.world.frontdoor.LocalDynamoDb;
import dev.musubi.local.world.frontdoor.LocalSqs;
import dev.musubi.local.world.frontdoor.Services;
import dev.musubi.local.world.gateway.HttpApi;
import dev.musubi.local.world.mapping.EventSources;
import dev.musubi.local.world.parameters.ParameterStore;
import dev.musubi.local.world.runtime.AsynchronousInvocations;
import dev.musubi.local.world.runtime.Lambda;
import dev.musubi.local.world.runtime.SqsDeadLetters;
import dev.musubi.local.world.runtime.Surroundings;
import dev.musubi.local.world.scheduler.Scheduler;
import dev.musubi.wire.WorkCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything that the template describes, running on loopback. */
public final class Cloud implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cloud.class);

  /** The stack's name in the local world. */
  public static final String STACK = "musubi";

  private static final String REGION = "ap-northeast-1";
  private static final String ACCOUNT = "000000000000";

  /** The access key that may do everything and meets no faults. */
  private static final String WORLD = "world";

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final FrontDoor door;
  private final Stack stack;
  private final LocalDynamoDb dynamoDb;
  private final LocalSqs sqs;
  private final Lambda lambda;
  private final AsynchronousInvocations invocations;
  private final ParameterStore parameters;
  private final Scheduler scheduler;
  private final EventSources sources;
  private final HttpApi api;
  private final Expiry expiry;
  private final DynamoDbClient tables;
  private final SqsClient client;

  /**
   * Where and on what a cloud runs.
   *
   * @param root the project's folder
   * @param template the template's file
   * @param parameters the template's parameters that are not as they are by default
   * @param work a folder of this world alone
   * @param tables the folder that keeps the tables, memory where there is none
   * @param queues the folder that keeps the queues' messages, likewise
   */
  public record Site(
      Path root,
      Path template,
      Map<String, String> parameters,
      Path work,
      Path logs,
      Optional<Path> tables,
      Optional<Path> queues) {
    /** The file by which the functions' processes follow the world's clock. */
    public Path clockFile() {
      return work.resolve("clock");
    }
  }

  /** Brings it up; what did start is closed again when the rest fails. */
  public static Cloud start(Site site, WorldClock clock, Busy busy, InstantSource system) {
    Deque<AutoCloseable> started = new ArrayDeque<>();
    try {
      return new Cloud(site, clock, busy, system, started);
    } catch (RuntimeException e) {
      close(started);
      throw e;
    }
  }

  private Cloud(
      Site site, WorldClock clock, Busy busy, InstantSource system, Deque<AutoCloseable> started) {
    door = keep(started, FrontDoor.listen(0, busy));
    api = keep(started, HttpApi.listen(clock, system, site.logs().resolve("api.log")));
    Physical physical =
        new Physical(STACK, REGION, ACCOUNT, door.url(), URI.create("http://127.0.0.1"));
    stack = new TemplateReader(physical, addressed(site)).read(site.template());
    Blueprint blueprint = new Blueprint(stack, site.root());
    var functions = blueprint.functions();
    var news = new QueueNews();
    var queues =
        CompletableFuture.supplyAsync(
            () -> LocalSqs.start(physical, stack.queues(), clock, news, site.queues()),
            task -> Thread.ofPlatform().start(task));
    dynamoDb = keep(started, LocalDynamoDb.start(REGION, stack.tables(), site.tables()));
    Surroundings surroundings =
        new Surroundings(REGION, ACCOUNT, door.url(), site.clockFile(), site.work(), site.logs());
    lambda = keep(started, new Lambda(functions, surroundings, busy, system));
    sqs = keep(started, queues.join());
    client = keep(started, sqsClient());
    invocations = new AsynchronousInvocations(lambda, clock, new SqsDeadLetters(client));
    scheduler = new Scheduler(physical, stack, clock, sqs, this::start);
    parameters = new ParameterStore(clock);
    Services services =
        keep(
            started,
            new Services(
                physical, stack, new Services.Engines(dynamoDb, sqs), scheduler, parameters, news));
    door.serve(services);
    sources = keep(started, new EventSources(blueprint.mappings(), client, lambda, busy, clock));
    news.goTo(sources);
    api.serve(blueprint.routes(), lambda);
    expiry = new Expiry(dynamoDb, clock.instant());
    tables = keep(started, dynamoDbClient());
    parts.addAll(started);
  }

  /** The functions tell Shopify the address that the API has here. */
  private Map<String, String> addressed(Site site) {
    Map<String, String> parameters = new TreeMap<>(site.parameters());
    parameters.put("ApiBase", api.address().toString());
    return parameters;
  }

  private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> started, T part) {
    started.push(part);
    return part;
  }

  private void start(String logicalId, String event) {
    invocations.invokeEvent(Blueprint.folder(logicalId), event.getBytes(StandardCharsets.UTF_8));
  }

  private SqsClient sqsClient() {
    return SqsClient.builder()
        .endpointOverride(door.url())
        .region(Region.of(REGION))
        .credentialsProvider(world())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private DynamoDbClient dynamoDbClient() {
    return DynamoDbClient.builder()
        .endpointOverride(dynamoDb.endpoint())
        .region(Region.of(REGION))
        .credentialsProvider(world())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static StaticCredentialsProvider world() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(WORLD, "local"));
  }

  /** The folder of a function that is known by its logical id; anything else stays as it is. */
  public String functionName(String logicalId) {
    return stack.function(logicalId).map(f -> Blueprint.folder(logicalId)).orElse(logicalId);
  }

  /** The physical name of a table. */
  public String tableName(String logicalId) {
    return stack.tables().stream()
        .filter(t -> t.named().logicalId().equals(logicalId))
        .map(t -> t.named().name())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the template has no " + logicalId));
  }

  public URI frontDoor() {
    return door.url();
  }

  public URI api() {
    return api.address();
  }

  public FrontDoor door() {
    return door;
  }

  public Lambda lambda() {
    return lambda;
  }

  public LocalSqs queues() {
    return sqs;
  }

  public ParameterStore parameters() {
    return parameters;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  /** A client of the tables with the world's own rights, past the front door. */
  public DynamoDbClient tables() {
    return tables;
  }

  /** Queues a chore, as the functions do. */
  public void chore(Chore chore) {
    String url =
        stack.queues().stream()
            .filter(queue -> queue.named().logicalId().equals("ChoresQueue"))
            .map(queue -> queue.url().toString())
            .findFirst()
            .orElseThrow();
    String body = new WorkCodec().write(chore);
    client.sendMessage(
        r -> r.queueUrl(url).messageBody(body).messageGroupId(chore.shop().handle()));
  }

  /** Everything here that happens at later times of the world's clock. */
  public List<Agenda> agendas() {
    List<Agenda> agendas = new ArrayList<>(List.of(scheduler, invocations, expiry));
    agendas.addAll(sources.agendas());
    return agendas;
  }

  /** Empties tables, queues, parameters and schedules; functions stay as they are. */
  public void reset() {
    door.faults().clear();
    invocations.reset();
    scheduler.load("[]");
    parameters.load("[]");
    sqs.reset();
    dynamoDb.reset();
    sources.reset();
  }

  @Override
  public void close() {
    close(parts);
  }

  private static void close(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("A part did not end well", e);
      }
    }
  }
}
