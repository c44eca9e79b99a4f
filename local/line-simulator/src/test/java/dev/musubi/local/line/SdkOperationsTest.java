package dev.musubi.local.line;

import static dev.musubi.local.line.Line.HANA;
import static dev.musubi.local.line.Line.SHOP;
import static dev.musubi.local.line.Line.TARO;
import static dev.musubi.local.line.Line.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.bot.client.base.UploadFile;
import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.BroadcastRequest;
import com.linecorp.bot.messaging.model.ChatReference;
import com.linecorp.bot.messaging.model.CouponCreateRequest;
import com.linecorp.bot.messaging.model.CouponFreeRewardRequest;
import com.linecorp.bot.messaging.model.CreateRichMenuAliasRequest;
import com.linecorp.bot.messaging.model.MarkMessagesAsReadByTokenRequest;
import com.linecorp.bot.messaging.model.MarkMessagesAsReadRequest;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import com.linecorp.bot.messaging.model.NarrowcastProgressResponse;
import com.linecorp.bot.messaging.model.NarrowcastRequest;
import com.linecorp.bot.messaging.model.NormalAcquisitionConditionRequest;
import com.linecorp.bot.messaging.model.NumberOfMessagesResponse;
import com.linecorp.bot.messaging.model.PnpMessagesRequest;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuBatchRequest;
import com.linecorp.bot.messaging.model.RichMenuBatchUnlinkAllOperation;
import com.linecorp.bot.messaging.model.RichMenuBounds;
import com.linecorp.bot.messaging.model.RichMenuBulkLinkRequest;
import com.linecorp.bot.messaging.model.RichMenuBulkUnlinkRequest;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuSize;
import com.linecorp.bot.messaging.model.SetWebhookEndpointRequest;
import com.linecorp.bot.messaging.model.ShowLoadingAnimationRequest;
import com.linecorp.bot.messaging.model.TestWebhookEndpointRequest;
import com.linecorp.bot.messaging.model.TextMessage;
import com.linecorp.bot.messaging.model.UpdateRichMenuAliasRequest;
import com.linecorp.bot.messaging.model.ValidateMessageRequest;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** LINE's own Java client calls every operation that the simulator has, and understands it. */
class SdkOperationsTest {
  private static final UUID KEY = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
  private static final List<Message> HELLO = List.of(new TextMessage("こんにちは"));
  private static final String PHONE_HASH =
      "d41e0ad70dddfeb68f149ad6fc61574b9c5780ab7bcb2fba5517771ffbb2409c";

  /** Groups, rooms and paid memberships: nothing of the product's. */
  private static final List<String> LEFT_OUT = List.of("Group", "Room", "Membership");

  private final Line line = new Line();
  private final Set<String> called = new TreeSet<>();
  private MessagingApiClient client;
  private MessagingApiBlobClient blobs;

  @BeforeEach
  void connect() {
    line.simulator.notifications(SHOP, NotificationRights.approved());
    line.simulator.phones().put(TARO, "+818000001234");
    // a token that outlives the walks of the clock
    var token = line.simulator.longLivedToken(SHOP);
    client =
        CalledOperations.of(
            MessagingApiClient.class,
            MessagingApiClient.builder(token)
                .apiEndPoint(line.simulator.base())
                .usingDefaultLogger(false)
                .build(),
            called);
    blobs =
        CalledOperations.of(
            MessagingApiBlobClient.class,
            MessagingApiBlobClient.builder(token)
                .apiEndPoint(line.simulator.base())
                .usingDefaultLogger(false)
                .build(),
            called);
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void every_operation_is_called_and_understood() throws Exception {
    sends();
    validates();
    counts();
    asksAboutAccountAndPeople();
    getsContentAndMarksItAsRead();
    handlesMenus();
    movesMenus();
    makesCoupons();
    changesTheWebhook();

    assertThat(called).containsExactlyElementsOf(operations());
  }

  private void sends() throws Exception {
    client.pushMessage(KEY, new PushMessageRequest.Builder(HANA, HELLO).build()).get();
    client
        .multicast(
            null,
            new MulticastRequest.Builder(HELLO, List.of(HANA, TARO))
                .customAggregationUnits(List.of("winter"))
                .build())
        .get();
    client.broadcast(null, new BroadcastRequest.Builder(HELLO).build()).get();
    done(line.hana().say("hi"));
    var token = line.bot.newest().event().path("replyToken").asText();
    client.replyMessage(new ReplyMessageRequest.Builder(token, HELLO).build()).get();
    client
        .pushMessagesByPhone(
            "send-0123456789abcdef", new PnpMessagesRequest.Builder(HELLO, PHONE_HASH).build())
        .get();
    var narrow = client.narrowcast(null, new NarrowcastRequest.Builder(HELLO).build()).get();
    line.clock.forward(Duration.ofMinutes(1));
    assertThat(client.getNarrowcastProgress(narrow.requestId()).get().body().phase())
        .isEqualTo(NarrowcastProgressResponse.Phase.SUCCEEDED);
    assertThat(line.hana().chat()).hasSize(6);
    assertThat(line.taro().chat()).hasSize(1);
    assertThat(client.getAggregationUnitUsage().get().body().numOfCustomAggregationUnits())
        .isEqualTo(1);
    assertThat(client.getAggregationUnitNameList("10", null).get().body().customAggregationUnits())
        .containsExactly("winter");
  }

  private void validates() throws Exception {
    var request = new ValidateMessageRequest(HELLO);
    client.validatePush(request).get();
    client.validateMulticast(request).get();
    client.validateReply(request).get();
    client.validateBroadcast(request).get();
    client.validateNarrowcast(request).get();
  }

  private void counts() throws Exception {
    line.clock.forward(Duration.ofDays(1));
    var day = "20261122";
    for (var answer :
        List.of(
            client.getNumberOfSentPushMessages(day),
            client.getNumberOfSentMulticastMessages(day),
            client.getNumberOfSentBroadcastMessages(day),
            client.getNumberOfSentReplyMessages(day),
            client.getPNPMessageStatistics(day))) {
      assertThat(answer.get().body().status()).isEqualTo(NumberOfMessagesResponse.Status.READY);
      assertThat(answer.get().body().success()).isEqualTo(1);
    }
    assertThat(client.getMessageQuota().get().body().type().name()).isEqualTo("NONE");
    assertThat(client.getMessageQuotaConsumption().get().body().totalUsage()).isEqualTo(4);
  }

  private void asksAboutAccountAndPeople() throws Exception {
    assertThat(client.getBotInfo().get().body().userId()).isEqualTo(Line.BOT_USER);
    assertThat(client.getProfile(HANA).get().body().displayName()).isEqualTo("花");
    assertThat(client.getFollowers(null, 10).get().body().userIds()).containsExactly(HANA);
    assertThat(client.issueLinkToken(HANA).get().body().linkToken()).isNotEmpty();
    client.showLoadingAnimation(new ShowLoadingAnimationRequest.Builder(HANA).build()).get();
  }

  private void getsContentAndMarksItAsRead() throws Exception {
    done(line.hana().send(new Media(Media.Kind.IMAGE, "image/png", new byte[] {1, 2})));
    var message = line.bot.newest().event().path("message");
    var id = message.path("id").asText();

    try (var content = blobs.getMessageContent(id).get().body().byteStream()) {
      assertThat(content.readAllBytes()).containsExactly(1, 2);
    }
    blobs.getMessageContentPreview(id).get().body().byteStream().close();
    assertThat(blobs.getMessageContentTranscodingByMessageId(id).get().body().status().name())
        .isEqualTo("SUCCEEDED");
    var token = message.path("markAsReadToken").asText();
    client.markMessagesAsReadByToken(new MarkMessagesAsReadByTokenRequest(token)).get();
    client.markMessagesAsRead(new MarkMessagesAsReadRequest(new ChatReference(HANA))).get();
    assertThat(line.hana().readAt()).isPresent();
  }

  private void handlesMenus() throws Exception {
    client.validateRichMenuObject(menu()).get();
    var id = ready();
    assertThat(client.getRichMenu(id).get().body().chatBarText()).isEqualTo("メニュー");
    try (var image = blobs.getRichMenuImage(id).get().body().byteStream()) {
      assertThat(image.readAllBytes()).isEqualTo(Menus.png(2500, 843));
    }
    assertThat(client.getRichMenuList().get().body().richmenus()).hasSize(1);
    client.setDefaultRichMenu(id).get();
    assertThat(client.getDefaultRichMenuId().get().body().richMenuId()).isEqualTo(id);
    client.cancelDefaultRichMenu().get();
    client.linkRichMenuIdToUser(HANA, id).get();
    assertThat(client.getRichMenuIdOfUser(HANA).get().body().richMenuId()).isEqualTo(id);
    client.unlinkRichMenuIdFromUser(HANA).get();
    client.linkRichMenuIdToUsers(new RichMenuBulkLinkRequest(id, List.of(HANA))).get();
    assertThat(line.hana().richMenu()).isPresent();
    client.unlinkRichMenuIdFromUsers(new RichMenuBulkUnlinkRequest(List.of(HANA))).get();
    assertThat(line.hana().richMenu()).isEmpty();
    client.createRichMenuAlias(new CreateRichMenuAliasRequest("main", id)).get();
    client.updateRichMenuAlias("main", new UpdateRichMenuAliasRequest(id)).get();
    assertThat(client.getRichMenuAlias("main").get().body().richMenuId()).isEqualTo(id);
    assertThat(client.getRichMenuAliasList().get().body().aliases()).hasSize(1);
    client.deleteRichMenuAlias("main").get();
    client.deleteRichMenu(id).get();
  }

  private void movesMenus() throws Exception {
    client.linkRichMenuIdToUser(HANA, ready()).get();
    var request =
        new RichMenuBatchRequest.Builder(List.of(new RichMenuBatchUnlinkAllOperation())).build();

    client.validateRichMenuBatchRequest(request).get();
    var batch = client.richMenuBatch(request).get();

    assertThat(client.getRichMenuBatchProgress(batch.requestId()).get().body().phase().name())
        .isEqualTo("SUCCEEDED");
    assertThat(line.hana().richMenu()).isEmpty();
  }

  private void makesCoupons() throws Exception {
    var now = line.clock.instant().getEpochSecond();
    var request =
        new CouponCreateRequest.Builder(
                new NormalAcquisitionConditionRequest(),
                now + 3600,
                1,
                now,
                "冬のクーポン",
                CouponCreateRequest.Visibility.UNLISTED,
                CouponCreateRequest.Timezone.ASIA_TOKYO)
            .reward(new CouponFreeRewardRequest())
            .build();
    var id = client.createCoupon(request).get().body().couponId();
    assertThat(client.getCouponDetail(id).get().body().title()).isEqualTo("冬のクーポン");
    client.closeCoupon(id).get();
    assertThat(client.listCoupon(Set.of("CLOSED"), null, 10).get().body().items()).hasSize(1);
  }

  private void changesTheWebhook() throws Exception {
    var test = new TestWebhookEndpointRequest.Builder().build();
    assertThat(client.testWebhookEndpoint(test).get().body().reason()).isEqualTo("OK");
    var address = URI.create("https://example.com/hook");
    client.setWebhookEndpoint(new SetWebhookEndpointRequest(address)).get();
    assertThat(client.getWebhookEndpoint().get().body().endpoint()).isEqualTo(address);
  }

  private String ready() throws Exception {
    var id = client.createRichMenu(menu()).get().body().richMenuId();
    blobs.setRichMenuImage(id, UploadFile.fromByteArray(Menus.png(2500, 843), "image/png")).get();
    return id;
  }

  private static RichMenuRequest menu() {
    var action = new PostbackAction.Builder().label("連携").data("link").build();
    return new RichMenuRequest(
        new RichMenuSize(2500L, 843L),
        true,
        "main",
        "メニュー",
        List.of(new RichMenuArea(new RichMenuBounds(0L, 0L, 1250L, 843L), action)));
  }

  private static Set<String> operations() {
    return List.of(MessagingApiClient.class, MessagingApiBlobClient.class).stream()
        .flatMap(api -> Arrays.stream(api.getMethods()))
        .map(Method::getName)
        .filter(name -> !name.equals("builder"))
        .filter(name -> LEFT_OUT.stream().noneMatch(name::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
