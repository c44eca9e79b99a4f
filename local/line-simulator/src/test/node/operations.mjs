// LINE's own Node SDK calls every operation in use and checks what it is answered.
// Reads a JSON object from standard input: where the simulator is, what it knows, and the SDK's folder.
// Exits with 0 and the number of operations, or fails with the first difference.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const given = JSON.parse(readFileSync(0, "utf8"));
const sdk = createRequire(given.sdkFolder + "/")("@line/bot-sdk");

const LEFT_OUT = {
  MessagingApiClient: /Group|Room|Membership/,
  ManageAudienceClient: /Shared|ClickBased|ImpBased/,
};
const called = new Set();
const all = new Set();

// A client whose calls are noted; every operation it has must be called in the end.
function noted(Client, config) {
  const name = Client.name;
  const operations = Object.getOwnPropertyNames(Client.prototype).filter(
    (one) => one !== "constructor" && !/WithHttpInfo$|^parseHTTPResponse$|^setRequestOptionOnce$|^get.*httpClient$/.test(one),
  );
  operations
    .filter((one) => !LEFT_OUT[name]?.test(one))
    .forEach((one) => all.add(`${name}.${one}`));
  return new Proxy(new Client(config), {
    get(client, property) {
      const value = client[property];
      if (typeof value !== "function") return value;
      called.add(`${name}.${String(property).replace(/WithHttpInfo$/, "")}`);
      return value.bind(client);
    },
  });
}

async function refused(status, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.status, status);
    return true;
  });
}

const config = { channelAccessToken: given.token, baseURL: given.base };
const bot = noted(sdk.messagingApi.MessagingApiClient, config);
const blobs = noted(sdk.messagingApi.MessagingApiBlobClient, config);
const audiences = noted(sdk.manageAudience.ManageAudienceClient, config);
const files = noted(sdk.manageAudience.ManageAudienceBlobClient, config);
const tokens = noted(sdk.channelAccessToken.ChannelAccessTokenClient, { baseURL: given.base });
const messages = [{ type: "text", text: "こんにちは" }];

async function sends() {
  const key = "123e4567-e89b-12d3-a456-426614174000";
  const pushed = await bot.pushMessage({ to: given.friend, messages, customAggregationUnits: ["winter"] }, key);
  assert.equal(pushed.sentMessages.length, 1);
  await refused(409, () => bot.pushMessage({ to: given.friend, messages }, key));
  await refused(400, () => bot.pushMessage({ to: given.friend, messages: [] }));
  assert.deepEqual(await bot.multicast({ to: [given.friend], messages }), {});
  assert.deepEqual(await bot.broadcast({ messages }), {});
  const sent = await bot.narrowcastWithHttpInfo({ messages });
  assert.equal(sent.httpResponse.status, 202);
  const progress = await bot.getNarrowcastProgress(sent.httpResponse.headers.get("x-line-request-id"));
  assert.equal(progress.phase, "waiting");
  const replied = await bot.replyMessage({ replyToken: given.replyToken, messages });
  assert.equal(replied.sentMessages.length, 1);
  await refused(400, () => bot.replyMessage({ replyToken: given.replyToken, messages }));
  await bot.pushMessagesByPhone({ to: given.phoneHash, messages }, "send-0123456789abcdef");
  await refused(422, () => bot.pushMessagesByPhone({ to: "0".repeat(64), messages }));
  assert.deepEqual(await bot.getAggregationUnitUsage(), { numOfCustomAggregationUnits: 1 });
  assert.deepEqual(await bot.getAggregationUnitNameList(), { customAggregationUnits: ["winter"] });
  for (const kind of ["Push", "Multicast", "Reply", "Broadcast", "Narrowcast"]) {
    await bot[`validate${kind}`]({ messages });
    await refused(400, () => bot[`validate${kind}`]({ messages: [{ type: "text", text: "" }] }));
  }
}

async function counts() {
  for (const kind of ["Push", "Multicast", "Broadcast", "Reply"]) {
    assert.deepEqual(await bot[`getNumberOfSent${kind}Messages`]("20180330"), { status: "out_of_service" });
  }
  assert.equal((await bot.getPNPMessageStatistics(given.today)).status, "unready");
  assert.deepEqual(await bot.getMessageQuota(), { type: "none" });
  assert.equal(typeof (await bot.getMessageQuotaConsumption()).totalUsage, "number");
}

async function people() {
  assert.equal((await bot.getBotInfo()).userId, given.botUserId);
  assert.equal((await bot.getProfile(given.friend)).userId, given.friend);
  await refused(404, () => bot.getProfile(given.stranger));
  assert.deepEqual((await bot.getFollowers(undefined, 10)).userIds, [given.friend]);
  assert.ok((await bot.issueLinkToken(given.friend)).linkToken);
  await bot.showLoadingAnimation({ chatId: given.friend, loadingSeconds: 5 });
  await bot.markMessagesAsReadByToken({ markAsReadToken: given.readToken });
  await bot.markMessagesAsRead({ chat: { userId: given.friend } });
  assert.equal((await bytes(await blobs.getMessageContent(given.mediaId))).length, 3);
  assert.equal((await bytes(await blobs.getMessageContentPreview(given.mediaId))).length, 3);
  assert.deepEqual(await blobs.getMessageContentTranscodingByMessageId(given.mediaId), { status: "succeeded" });
}

async function menus() {
  const menu = {
    size: { width: 2500, height: 843 },
    selected: true,
    name: "main",
    chatBarText: "メニュー",
    areas: [
      {
        bounds: { x: 0, y: 0, width: 1250, height: 843 },
        action: { type: "postback", label: "連携", data: "link" },
      },
    ],
  };
  await bot.validateRichMenuObject(menu);
  const { richMenuId } = await bot.createRichMenu(menu);
  await refused(400, () => bot.linkRichMenuIdToUser(given.friend, richMenuId));
  const image = Buffer.from(given.menuImage, "base64");
  await blobs.setRichMenuImage(richMenuId, new Blob([image], { type: "image/png" }));
  assert.deepEqual(await bytes(await blobs.getRichMenuImage(richMenuId)), image);
  assert.deepEqual(await bot.getRichMenu(richMenuId), { richMenuId, ...menu });
  assert.equal((await bot.getRichMenuList()).richmenus.length, 1);
  await bot.setDefaultRichMenu(richMenuId);
  assert.deepEqual(await bot.getDefaultRichMenuId(), { richMenuId });
  await bot.cancelDefaultRichMenu();
  await refused(404, () => bot.getDefaultRichMenuId());
  await bot.linkRichMenuIdToUser(given.friend, richMenuId);
  assert.deepEqual(await bot.getRichMenuIdOfUser(given.friend), { richMenuId });
  await bot.unlinkRichMenuIdFromUser(given.friend);
  await bot.linkRichMenuIdToUsers({ richMenuId, userIds: [given.friend] });
  await bot.unlinkRichMenuIdFromUsers({ userIds: [given.friend] });
  await bot.createRichMenuAlias({ richMenuAliasId: "main", richMenuId });
  await bot.updateRichMenuAlias("main", { richMenuId });
  assert.deepEqual(await bot.getRichMenuAlias("main"), { richMenuAliasId: "main", richMenuId });
  assert.equal((await bot.getRichMenuAliasList()).aliases.length, 1);
  await bot.deleteRichMenuAlias("main");
  const batch = { operations: [{ type: "unlinkAll" }] };
  await bot.validateRichMenuBatchRequest(batch);
  const run = await bot.richMenuBatchWithHttpInfo(batch);
  const id = run.httpResponse.headers.get("x-line-request-id");
  assert.equal((await bot.getRichMenuBatchProgress(id)).phase, "succeeded");
  await bot.deleteRichMenu(richMenuId);
  await refused(404, () => bot.getRichMenu(richMenuId));
}

async function coupons() {
  const { couponId } = await bot.createCoupon({
    title: "冬のクーポン",
    acquisitionCondition: { type: "normal" },
    startTimestamp: given.second,
    endTimestamp: given.second + 3600,
    timezone: "ASIA_TOKYO",
    visibility: "UNLISTED",
    maxUseCountPerTicket: 1,
    reward: { type: "gift" },
  });
  assert.equal((await bot.getCouponDetail(couponId)).title, "冬のクーポン");
  assert.equal((await bot.listCoupon(new Set(["RUNNING"]))).items.length, 1);
  await bot.closeCoupon(couponId);
  await refused(410, () => bot.closeCoupon(couponId));
}

async function audienceGroups() {
  const { audienceGroupId } = await audiences.createAudienceGroup({
    description: "winter",
    audiences: [{ id: given.friend }],
  });
  await audiences.addAudienceToAudienceGroup({ audienceGroupId, audiences: [{ id: given.stranger }] });
  await audiences.updateAudienceGroupDescription(audienceGroupId, { description: "snow" });
  const found = await audiences.getAudienceData(audienceGroupId);
  assert.equal(found.audienceGroup.description, "snow");
  assert.equal(found.audienceGroup.audienceCount, 2);
  const ids = () => new Blob([given.friend], { type: "text/plain" });
  const byFile = await files.createAudienceForUploadingUserIds(ids(), "by file");
  await files.addUserIdsToAudience(ids(), byFile.audienceGroupId);
  assert.equal((await audiences.getAudienceGroups(1)).totalCount, 2);
  await audiences.deleteAudienceGroup(audienceGroupId);
  await refused(400, () => audiences.getAudienceData(audienceGroupId));
}

async function accessTokens() {
  const grant = "client_credentials";
  const assertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  const { channelId, channelSecret, jwt } = given;
  const stateless = await tokens.issueStatelessChannelTokenByClientSecret(channelId, channelSecret);
  assert.equal(stateless.expires_in, 900);
  await tokens.issueStatelessChannelTokenByJWTAssertion(jwt);
  await tokens.issueStatelessChannelToken(grant, undefined, undefined, channelId, channelSecret);
  const chosen = await tokens.issueChannelTokenByJWT(grant, assertion, jwt);
  assert.equal((await tokens.verifyChannelTokenByJWT(chosen.access_token)).client_id, channelId);
  assert.deepEqual(await tokens.getsAllValidChannelAccessTokenKeyIds(assertion, jwt), { kids: [chosen.key_id] });
  await tokens.revokeChannelTokenByJWT(channelId, channelSecret, chosen.access_token);
  const short = await tokens.issueChannelToken(grant, channelId, channelSecret);
  assert.equal((await tokens.verifyChannelToken(short.access_token)).client_id, channelId);
  await tokens.revokeChannelToken(short.access_token);
  await refused(400, () => tokens.verifyChannelToken(short.access_token));
}

async function webhook() {
  assert.ok(sdk.validateSignature(given.webhookBody, given.channelSecret, given.webhookSignature));
  assert.equal((await bot.getWebhookEndpoint()).endpoint, given.webhookAddress);
  assert.equal((await bot.testWebhookEndpoint({})).reason, "OK");
  await bot.setWebhookEndpoint({ endpoint: "https://example.com/hook" });
}

async function bytes(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

await sends();
await counts();
await people();
await menus();
await coupons();
await audienceGroups();
await accessTokens();
await webhook();
assert.deepEqual([...all].filter((one) => !called.has(one)), [], "operations that nobody called");
console.log(all.size);
