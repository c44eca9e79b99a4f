package dev.musubi.wording;

import dev.musubi.aws.dynamodb.DynamoDb;
import dev.musubi.aws.dynamodb.DynamoLinks;
import dev.musubi.aws.dynamodb.DynamoOwnTemplates;
import dev.musubi.aws.dynamodb.DynamoShops;
import dev.musubi.aws.parameters.Ssm;
import dev.musubi.aws.parameters.SsmShopSecrets;
import dev.musubi.flex.FlexRenderer;
import dev.musubi.flex.TemplateProof;
import dev.musubi.lambda.Clock;
import dev.musubi.lambda.Environment;
import dev.musubi.line.api.LineCalls;
import dev.musubi.line.api.LineHosts;
import dev.musubi.line.api.LineMessageCheck;
import dev.musubi.line.api.LineSender;
import dev.musubi.line.api.StatelessTokens;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the function together. */
@Factory
final class WordingWiring {

  @Singleton
  WordingEndpoint endpoint() {
    WordingConfig config = WordingConfig.of(Environment.ofProcess());
    InstantSource clock = Clock.find();
    DynamoDbClient dynamo = DynamoDb.connect();
    LineCalls line = line(config, clock);
    DynamoOwnTemplates templates = new DynamoOwnTemplates(dynamo, config.shopsTable());
    return new WordingEndpoint(
        new Workshop(
            new DynamoShops(dynamo, config.shopsTable()),
            templates,
            new TemplateProof(new FlexRenderer(templates)),
            new LineMessageCheck(line),
            new TestSend(
                new DynamoLinks(dynamo, config.linksTable(), clock), new LineSender(line), clock),
            clock));
  }

  private static LineCalls line(WordingConfig config, InstantSource clock) {
    LineHosts hosts = new LineHosts(URI.create(config.lineApi()), URI.create(config.lineData()));
    SsmShopSecrets secrets = SsmShopSecrets.inside(Ssm.connect(), config.stack(), clock);
    return new LineCalls(hosts, new StatelessTokens(hosts, secrets, clock));
  }
}
