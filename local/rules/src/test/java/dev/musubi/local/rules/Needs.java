package dev.musubi.local.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.musubi.local.stack.LambdaFunction;
import dev.musubi.local.stack.Queue;
import dev.musubi.local.stack.ScheduleGroup;
import dev.musubi.local.stack.Stack;
import dev.musubi.local.stack.Table;
import dev.musubi.local.stack.Triggers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The AWS calls that a function's code can make, as IAM names them: action and resource. */
final class Needs {

  private static final String QUEUES = "dev.musubi.aws.queues.";
  private static final String STORES = "dev.musubi.aws.dynamodb.";
  private static final String SDK = "software.amazon.awssdk.services.dynamodb.";

  /** Which variable names the table that a store is in. */
  private static final Map<String, String> TABLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("DynamoCarts", "SHOPPING_TABLE"),
              Map.entry("DynamoCatalogue", "SHOPPING_TABLE"),
              Map.entry("DynamoDataExports", "SHOPPING_TABLE"),
              Map.entry("DynamoDeliveries", "DELIVERIES_TABLE"),
              Map.entry("DynamoErasureProofs", "SHOPS_TABLE"),
              Map.entry("DynamoLinks", "LINKS_TABLE"),
              Map.entry("DynamoNotices", "DELIVERIES_TABLE"),
              Map.entry("DynamoOrders", "SHOPPING_TABLE"),
              Map.entry("DynamoOwnTemplates", "SHOPS_TABLE"),
              Map.entry("DynamoPurchases", "SHOPPING_TABLE"),
              Map.entry("DynamoRecipients", "RECIPIENTS_TABLE"),
              Map.entry("DynamoRestocks", "SHOPPING_TABLE"),
              Map.entry("DynamoRuns", "RUNS_TABLE"),
              Map.entry("DynamoShops", "SHOPS_TABLE"),
              Map.entry("DynamoViews", "SHOPPING_TABLE"),
              Map.entry("DynamoWatches", "SHOPPING_TABLE")));

  /** Which tables are gone through when a whole shop is forgotten. */
  private static final List<String> WHOLE_SHOPS =
      List.of(
          "LINKS_TABLE", "RECIPIENTS_TABLE", "SHOPPING_TABLE", "DELIVERIES_TABLE", "RUNS_TABLE");

  /** Which methods read an index and nothing else. */
  private static final Map<String, String> INDEXES =
      Map.of("DynamoShops.due", "due", "DynamoDeliveries.on", "by-day");

  private final Stack stack;
  private final JavaClasses code;
  private final LambdaFunction function;
  private final Reach reach;
  private final SortedSet<String> needs = new TreeSet<>();

  private Needs(Stack stack, JavaClasses code, LambdaFunction function) {
    this.stack = stack;
    this.code = code;
    this.function = function;
    String own = function.code().handler().replaceAll("\\.\\w+$", "");
    this.reach =
        Reach.from(
            code,
            code.stream()
                .filter(type -> type.getPackageName().equals(own))
                .flatMap(type -> type.getCodeUnits().stream())
                .toList());
  }

  /** Lines like {@code dynamodb:GetItem arn:aws:dynamodb:…:table/…}. */
  static SortedSet<String> of(Stack stack, JavaClasses code, LambdaFunction function) {
    Needs needs = new Needs(stack, code, function);
    TABLES.forEach(needs::tables);
    WHOLE_SHOPS.forEach(variable -> needs.tables("DynamoShopTable", variable));
    needs.queues();
    needs.schedules();
    needs.secrets();
    return needs.needs;
  }

  private void tables(String store, String variable) {
    for (JavaCodeUnit method : reach.within(STORES + store)) {
      for (String action : actions(method)) {
        String arn = table(variable).named().arn();
        Optional<String> index =
            Optional.ofNullable(INDEXES.get(store + "." + method.getName()))
                .filter(name -> action.equals("Query"));
        needs.add(
            "dynamodb:" + action + " " + index.map(name -> arn + "/index/" + name).orElse(arn));
      }
    }
  }

  /** A store's method calls nothing of the project but its own package's classes. */
  private SortedSet<String> actions(JavaCodeUnit method) {
    SortedSet<String> actions = new TreeSet<>();
    Reach.from(
            code.that(
                DescribedPredicate.describe("stores", type -> type.getName().startsWith(STORES))),
            List.of(method))
        .targets()
        .forEach(call -> action(call).ifPresent(actions::add));
    return actions;
  }

  private static Optional<String> action(CodeUnitAccessTarget call) {
    String name = call.getName();
    return switch (call.getOwner().getName()) {
      case SDK + "DynamoDbClient" ->
          name.startsWith("transact") ? Optional.empty() : Optional.of(capitalised(name));
      case SDK + "model.TransactWriteItem$Builder" ->
          switch (name) {
            case "put", "update", "delete" -> Optional.of(capitalised(name) + "Item");
            case "conditionCheck" -> Optional.of("ConditionCheckItem");
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static String capitalised(String method) {
    String action = method.replaceAll("Paginator$", "");
    return action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
  }

  private void queues() {
    List<String> inboxes =
        function.triggers().queues().stream().map(Triggers.QueueSource::queueArn).toList();
    for (Queue queue : stack.queues()) {
      String arn = queue.named().arn();
      boolean told = function.environment().containsValue(queue.url().toString());
      if (told && inboxes.contains(arn)) {
        if (reach.comesTo(QUEUES + "Visibility", "after")) {
          needs.add("sqs:ChangeMessageVisibility " + arn);
        }
      } else if (told && reach.comesTo(QUEUES + "Sending", "send")) {
        needs.add("sqs:SendMessage " + arn);
      }
    }
  }

  private void schedules() {
    if (reach.makes(QUEUES + "OneTimeSchedules")
        && reach.comesTo(QUEUES + "OneTimeSchedules", "create")) {
      ScheduleGroup group = stack.scheduleGroups().getFirst();
      needs.add(
          "scheduler:CreateSchedule "
              + group.named().arn().replace(":schedule-group/", ":schedule/")
              + "/*");
      needs.add("iam:PassRole " + stack.roles().getFirst().named().arn());
    }
  }

  private void secrets() {
    if (reach.comesTo("dev.musubi.aws.parameters.SsmShopSecrets", "of")) {
      needs.add(
          "ssm:GetParameters arn:aws:ssm:ap-northeast-1:000000000000:parameter/musubi/musubi/shops/*");
    }
    if (reach.comesTo("dev.musubi.aws.parameters.SsmShopSecrets", "forget")) {
      needs.add(
          "ssm:DeleteParameter arn:aws:ssm:ap-northeast-1:000000000000:parameter/musubi/musubi/shops/*");
    }
  }

  private Table table(String variable) {
    String name =
        Optional.ofNullable(function.environment().get(variable))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        Template.folder(function) + " uses a store and is not told " + variable));
    return stack.tables().stream()
        .filter(table -> table.named().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
