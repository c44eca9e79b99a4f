// What the page says, in Japanese and in English.
const WORDS = {
  shop: ['ショップ', 'Shop'],
  people: ['人', 'People'],
  product: ['商品', 'Product'],
  outcomes: ['送信の結果と理由', 'What became of each message, and why'],
  messages: ['LINEが受け取ったメッセージ', 'Messages that LINE took'],
  functions: ['関数', 'Functions'],
  say: ['送る', 'Send'],
  phone: ['{0}さんのLINE', '{0}’s LINE'],
  noLine: ['LINEを使っていません', 'does not use LINE'],
  empty: ['まだ何もありません', 'Nothing yet'],
  friend: ['友だち', 'friend'],
  stranger: ['友だちではない', 'no friend'],
  linked: ['連携済み', 'linked'],
  unlinked: ['未連携', 'not linked'],
  hour: ['+1時間', '+1 h'],
  six: ['18:00へ', 'to 18:00'],
  tomorrow: ['明日の18:00へ', 'to tomorrow 18:00'],
  reset: ['最初から', 'start over'],
  follow: ['友だち追加', 'follow'],
  block: ['ブロック', 'block'],
  link: ['LINE連携', 'link'],
  unlink: ['連携解除', 'unlink'],
  view: ['商品を見る', 'view'],
  cart: ['カートに入れる', 'add to cart'],
  buy: ['買う', 'buy'],
  kill: ['強制終了', 'kill'],
  walking: ['時計を進めています…', 'Setting the clock forward …'],
  doing: ['{0}:{1} …', '{0}: {1} …'],
  done: ['{0}:{1} が完了しました', '{0}: {1}, done'],
  killed: ['{0} を強制終了しました', '{0} was killed'],
  at: ['時刻', 'time'],
  person: ['人', 'person'],
  kind: ['種類', 'kind'],
  subject: ['内容', 'about'],
  outcome: ['結果', 'outcome'],
  reason: ['理由', 'reason'],
  api: ['方法', 'way'],
  text: ['本文', 'text'],
  arrived: ['到達', 'arrived'],
  yes: ['はい', 'yes'],
  no: ['いいえ', 'no'],
  name: ['名前', 'name'],
  state: ['状態', 'state'],
  starts: ['起動', 'starts'],
  init: ['起動時間', 'start time'],
  invocations: ['呼び出し', 'invocations'],
  errors: ['エラー', 'errors'],
  SENT: ['送信', 'sent'],
  SKIPPED: ['見送り', 'skipped'],
  DEFERRED: ['延期', 'deferred'],
  REFUSED: ['拒否', 'refused'],
  UNKNOWN: ['不明', 'unknown'],
  none: ['停止', 'not running'],
  idle: ['待機', 'idle'],
  starting: ['起動中', 'starting'],
  busy: ['処理中', 'busy'],
};

export let language = localStorage.getItem('language') ?? 'ja';

export function speak(chosen) {
  language = chosen;
  localStorage.setItem('language', chosen);
  document.documentElement.lang = chosen;
}

export function say(word, ...values) {
  const text = (WORDS[word] ?? [word, word])[language === 'ja' ? 0 : 1];
  return values.reduce((filled, value, at) => filled.replace(`{${at}}`, value), text);
}
