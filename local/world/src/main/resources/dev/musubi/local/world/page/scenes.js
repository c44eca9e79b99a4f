// The guided scenes. A scene is data: what is so before it begins (`before`), steps, and what to notice.
// A step says in both languages what happens and does one thing or several, one after another (`do`):
//   {act, person, …fields}      one act, as /local/acts takes it
//   {tap, person, or}           the person taps what carries that label or data; if nothing does, writes `or`
//   {confirm, person}           the person agrees in LINE's dialog
//   {look, person}              the person looks at that product in the shop
//   {walk: {days, hour}}        the clock walks to that hour, so many days on; {walk: {by}} by a duration
//   {settings}                  the merchant changes settings
//   {fault}, {kill}, {calm}     trouble begins or ends, `when` LINE took something by that API; {together: […]} does several things at once
//   {phone}                     that person's phone is taken up
//   {follow}                    that person's newest message is followed from signal to phone
//   {idle}                      waits until the world has nothing to do
//   {until: {person, outcome}}  waits until a message of that person has that outcome

const LINKED = [{act: 'link', person: 'hana'}];
const TWO_LOOKS = [{look: 'sencha-asagiri', person: 'hana'}, {look: 'matcha-miyabi', person: 'hana'}];
const EVENING = {days: 1, hour: '18:00'};
const MORNING = {days: 1, hour: '10:00'};
const ON = {enabled: true};
const BY_PHONE = {template: 'shipment_completed_ja', items: {number_001_ja: '{tracking}'}, buttons: {check_delivery_status_ja: '{link}'}};

export const SCENES = [
  {
    id: 'link',
    title: {ja: '連携', en: 'Link'},
    notice: {
      ja: 'HanaさんのLINEとショップのアカウントが結ばれ、メニューが変わりました。Musubiが知っているのは、Hanaさんが自分で認めたことだけです。',
      en: 'Hana’s LINE and her shop account are tied, and her menu has changed. Musubi knows only what Hana agreed to herself.',
    },
    before: [{phone: 'hana'}],
    steps: [
      {say: {ja: 'Hanaさんがトークから連携をはじめます。ショップの案内が返信で届きます。', en: 'Hana asks to link, in the chat. The shop answers with a reply.'},
        do: [{tap: 'musubi:link?from=menu', or: '連携', person: 'hana'}, {phone: 'hana'}]},
      {say: {ja: 'ボタンからショップにログインすると、LINEの確認画面が開きます。', en: 'The button leads to the shop, logged in, and on to LINE’s own dialog.'},
        do: [{tap: 'ログインして連携する', person: 'hana'}]},
      {say: {ja: 'Hanaさんが確認画面で同意します。', en: 'Hana agrees in the dialog.'},
        do: [{confirm: true, person: 'hana'}, {phone: 'hana'}]},
    ],
  },
  {
    id: 'views',
    title: {ja: '昨日見た商品を18:00に', en: 'Yesterday’s views at 18:00'},
    notice: {
      ja: 'メッセージは18:00ちょうどの判断で1通だけ。Taroさんも同じ商品を見ましたが、連携していないので届きません。その理由も残ります。',
      en: 'One message, judged at 18:00. Taro looked at the same tea but is not linked: nothing for him, and the reason is on record.',
    },
    before: LINKED,
    steps: [
      {say: {ja: 'Hanaさんがショップでお茶を二つ、Taroさんが一つ見ます。', en: 'Hana looks at two teas in the shop, and Taro at one.'},
        do: [...TWO_LOOKS, {act: 'view', person: 'taro', product: 'matcha-miyabi'}]},
      {say: {ja: '時計を明日の18:00に進めます。', en: 'The clock goes to tomorrow, 18:00.'},
        do: [{walk: EVENING}, {until: {person: 'hana', outcome: 'SENT'}}]},
      {say: {ja: 'Hanaさんがロック画面の通知からトークを開きます。', en: 'Hana opens the chat from her lock screen.'},
        do: [{follow: 'hana'}, {phone: 'hana'}]},
    ],
  },
  {
    id: 'bought',
    title: {ja: '買ったので、静かに', en: 'Bought in time, so silence'},
    notice: {
      ja: 'Hanaさんはもう買っています。だから何も送りません。「wanted」の判断に、どの注文のためかが書かれています。',
      en: 'Hana has bought it already, so nothing is sent. The policy “wanted” says which order was the reason.',
    },
    before: LINKED,
    steps: [
      {say: {ja: 'Hanaさんが煎茶を見ます。', en: 'Hana looks at a tea.'}, do: [{look: 'sencha-asagiri', person: 'hana'}]},
      {say: {ja: 'そして18:00になる前に買います。', en: 'And she buys it before 18:00 comes.'}, do: [{act: 'buy', person: 'hana', product: 'sencha-asagiri'}]},
      {say: {ja: '時計を明日の18:00に進めます。', en: 'The clock goes to tomorrow, 18:00.'},
        do: [{walk: EVENING}, {until: {person: 'hana', outcome: 'SKIPPED'}}, {follow: 'hana'}]},
    ],
  },
  {
    id: 'capped',
    title: {ja: '上限、そしてまた送れる日', en: 'Capped, and when it is free again'},
    notice: {
      ja: 'ショップは2日に1通までと決めました。二日目は見送り、その理由にはいつまた送れるかが書かれ、三日目に送られました。',
      en: 'The shop allows one message in two days. The second day was held back with the day on which it is free again, and on that day it went.',
    },
    before: [...LINKED, {settings: {kinds: {BROWSE: {cap: {messages: 1, days: 2}}}}}, {look: 'sencha-asagiri', person: 'hana'},
      {walk: EVENING}, {until: {person: 'hana', outcome: 'SENT'}}],
    steps: [
      {say: {ja: 'Hanaさんには今日1通届きました。それでも、また商品を見ます。', en: 'Hana got a message today. Still she looks at another tea.'},
        do: [{look: 'wakocha-akane', person: 'hana'}]},
      {say: {ja: '次の日の18:00。上限のため見送られます。', en: 'The next day, 18:00: held back by the cap.'},
        do: [{walk: EVENING}, {until: {person: 'hana', outcome: 'SKIPPED'}}, {follow: 'hana'}]},
      {say: {ja: 'Hanaさんがもう一度見て、さらに次の18:00。上限はもう空いています。', en: 'She looks once more, and on the next day at 18:00 the cap is free again.'},
        do: [{look: 'gyokuro-shizuku', person: 'hana'}, {walk: EVENING}, {until: {person: 'hana', outcome: 'SENT', times: 2}}, {follow: 'hana'}]},
    ],
  },
  {
    id: 'cart',
    title: {ja: 'カートに残した商品', en: 'Left in the cart'},
    notice: {
      ja: '1時間は、最後にカートを使ったときから数えます。11:00すぎには「また使われた」ため待ち、最後の利用の1時間後に1通だけ届きました。',
      en: 'The hour counts from the last use of the cart. Shortly after 11:00 the reminder still waited, for the cart had been used again; one came an hour after that.',
    },
    before: [{walk: MORNING}, ...LINKED, {settings: {kinds: {CART: ON}}}],
    steps: [
      {say: {ja: '10:00、Hanaさんが煎茶をカートに入れ、購入手続きをはじめます。', en: '10:00: Hana puts a tea into her cart and begins the checkout.'},
        do: [{look: 'sencha-asagiri', person: 'hana'}, {act: 'cart', person: 'hana', product: 'sencha-asagiri'}]},
      {say: {ja: '40分後、抹茶も入れます。最初の1時間が過ぎても、まだ届きません。', en: '40 minutes later she adds another. The first hour passes, and nothing comes.'},
        do: [{walk: {by: 'PT40M'}}, {act: 'cart', person: 'hana', product: 'matcha-miyabi'}, {idle: true},
          {walk: {by: 'PT30M'}}, {until: {person: 'hana', outcome: 'DEFERRED'}}, {follow: 'hana'}]},
      {say: {ja: '最後に使ってから1時間。カートに戻るボタンが届きます。', en: 'An hour after the last use: a reminder with the way back to the cart.'},
        do: [{walk: {by: 'PT31M'}}, {until: {person: 'hana', outcome: 'SENT'}}, {phone: 'hana'}]},
    ],
  },
  {
    id: 'order',
    title: {ja: '注文と発送', en: 'Order and parcel'},
    notice: {
      ja: 'ショップは全体で7日間に1通までと決めました。それでも3通とも届きました。注文と配送のお知らせは、どの上限にも数えられません。',
      en: 'The shop allows one message a week altogether, and all three came: what is about an order takes no cap and no budget.',
    },
    before: [{walk: MORNING}, ...LINKED, {settings: {contactBudget: {messages: 1, days: 7}, kinds: {ORDER: ON, SHIPPING: ON}}}, {phone: 'hana'}],
    steps: [
      {say: {ja: 'Hanaさんが銀行振込で注文します。受け付けたこと、入金待ちであることがすぐに届きます。', en: 'Hana orders by bank transfer. She reads at once: received, payment pending.'},
        do: [{act: 'buy', person: 'hana', product: 'sencha-asagiri', payment: 'bank-transfer'}, {until: {person: 'hana', outcome: 'SENT'}}, {phone: 'hana'}]},
      {say: {ja: '入金が確認されます。', en: 'Her money comes in.'},
        do: [{act: 'pay', person: 'hana'}, {until: {person: 'hana', outcome: 'SENT', times: 2}}, {phone: 'hana'}]},
      {say: {ja: 'ショップが発送します。お問い合わせ番号と、配送状況を見るボタンが届きます。', en: 'The shop ships. Her notice has the tracking number, and a button to the carrier.'},
        do: [{act: 'ship', person: 'hana', company: 'yamato', number: '1234-5678-9012'}, {until: {person: 'hana', outcome: 'SENT', times: 3}},
          {follow: 'hana'}, {phone: 'hana'}]},
    ],
  },
  {
    id: 'by-phone',
    title: {ja: '電話番号でのお知らせ', en: 'By phone number'},
    notice: {
      ja: '発送のお知らせは、LINE通知メッセージとして電話番号で1回だけ。あとから連携しても、トークでもう一度届くことはありません。',
      en: 'The parcel was told once, by phone number, as a LINE notification message. Though Taro linked afterwards, it never comes both ways.',
    },
    before: [{walk: MORNING}, {settings: {kinds: {SHIPPING: {...ON, byPhone: BY_PHONE}}}}, {phone: 'taro'}],
    steps: [
      {say: {ja: 'Taroさんは連携していません。お茶を買います。', en: 'Taro is not linked. He buys a tea.'},
        do: [{act: 'buy', person: 'taro', product: 'sencha-asagiri'}, {idle: true}]},
      {say: {ja: 'ショップはLINEの承認を得ています。発送すると、電話番号でお知らせが届きます。', en: 'LINE has approved the shop. It ships, and the notice finds Taro by his phone number.'},
        do: [{act: 'ship', person: 'taro', number: '9876-5432-1098'}, {until: {person: 'taro', outcome: 'SENT'}}, {follow: 'taro'}, {phone: 'taro'}]},
      {say: {ja: 'そのあとで、Taroさんが連携します。', en: 'After that, Taro links his account.'},
        do: [{act: 'link', person: 'taro'}, {idle: true}, {phone: 'taro'}]},
    ],
  },
  {
    id: 'restock',
    title: {ja: '1点だけの再入荷', en: 'One piece back'},
    notice: {
      ja: '入荷は1点なので、お知らせも1人ずつ、先に頼んだ人から。Yukiさんに届いたのは、30分たってもまだ残っていたからです。',
      en: 'One piece, so one person at a time, who asked first comes first. Yuki was told only because it was still there half an hour later.',
    },
    before: [{walk: MORNING}, ...LINKED, {settings: {kinds: {RESTOCK: ON}}}, {act: 'stock', product: 'yunomi-ai', to: 0}, {phone: 'yuki'}, {phone: 'hana'}],
    steps: [
      {say: {ja: '湯のみは売り切れ。Hanaさん、続いてYukiさんが、入荷のお知らせを頼みます。', en: 'The tea cup is sold out. Hana asks to be told, and after her Yuki.'},
        do: [{look: 'yunomi-ai', person: 'hana'}, {act: 'subscribe', person: 'hana', product: 'yunomi-ai'}, {idle: true},
          {act: 'subscribe', person: 'yuki', product: 'yunomi-ai'}]},
      {say: {ja: '1点だけ入荷。在庫が30分続いたら、まずHanaさんに届きます。', en: 'One comes back. The stock holds for 30 minutes: Hana is told.'},
        do: [{act: 'stock', product: 'yunomi-ai', to: 1}, {idle: true}, {walk: {by: 'PT31M'}}, {until: {person: 'hana', outcome: 'SENT'}}, {phone: 'hana'}]},
      {say: {ja: 'Hanaさんは買いません。さらに30分後、残っているのでYukiさんにも。', en: 'Hana does not buy. Another 30 minutes later it is still there: Yuki is told.'},
        do: [{walk: {by: 'PT31M'}}, {until: {person: 'yuki', outcome: 'SENT'}}, {follow: 'yuki'}, {phone: 'hana'}, {phone: 'yuki'}]},
    ],
  },
  {
    id: 'say',
    title: {ja: '配信を止める', en: 'The shopper’s say'},
    notice: {
      ja: 'Hanaさんが止めた種類のメッセージは、もう送られません。記録には「opt-out」という理由が残ります。',
      en: 'What Hana switched off is not sent any more, and the reason on record is hers: opt-out.',
    },
    before: [...LINKED, {look: 'sencha-asagiri', person: 'hana'}, {walk: EVENING}, {until: {person: 'hana', outcome: 'SENT'}}, {phone: 'hana'}],
    steps: [
      {say: {ja: 'Hanaさんが、届いたメッセージの「なぜ届いたの?」をタップします。', en: 'Under the message that came, Hana taps “Why did I get this?”.'},
        do: [{tap: 'musubi:why?kind=BROWSE', person: 'hana'}, {phone: 'hana'}]},
      {say: {ja: 'その返事のボタンで、この種類を止めます。', en: 'With the button in the answer she switches that kind off.'},
        do: [{tap: 'musubi:stop?kind=BROWSE', person: 'hana'}, {phone: 'hana'}]},
      {say: {ja: 'また商品を見て、次の日の18:00。何も届きません。', en: 'She looks at another tea. The next day, 18:00: nothing comes.'},
        do: [{look: 'wakocha-akane', person: 'hana'}, {walk: EVENING}, {until: {person: 'hana', outcome: 'SKIPPED'}}, {follow: 'hana'}, {phone: 'hana'}]},
    ],
  },
  {
    id: 'crash',
    title: {ja: '障害が起きても1通', en: 'Failures, and one message all the same'},
    notice: {
      ja: '返事は失われ、pushは途中で停止し、次の送信も失敗しました。それでもHanaさんに届いたのは1通だけ。重複0、紛失0です。',
      en: 'The answer was lost, push was killed half-way, and the next call failed. Hana got one message all the same: doubled 0, lost 0.',
    },
    before: [...LINKED, {look: 'sencha-asagiri', person: 'hana'}],
    steps: [
      {say: {ja: 'LINEは次のメッセージを受け付けても返事をせず、その次は失敗します。', en: 'LINE will take the next message without an answer, and fail after that.'},
        do: [{fault: {target: 'line', fault: 'timeout-after-accept', count: 1}}, {fault: {target: 'line', fault: '500', count: 1}}]},
      {say: {ja: '明日の18:00。返事を待つpushを強制終了します。', en: 'Tomorrow, 18:00. Push waits for the answer, and is killed.'},
        do: [{together: [{walk: EVENING}, {kill: 'push', when: 'push'}]}]},
      {say: {ja: '30分後。キューに戻ったメッセージがもう一度試されます。', en: 'Half an hour later: what went back to the queue is tried again.'},
        do: [{walk: {by: 'PT30M'}}, {until: {person: 'hana', outcome: 'SENT'}}, {follow: 'hana'}, {phone: 'hana'}]},
    ],
  },
  {
    id: 'erase',
    title: {ja: '私を消して', en: 'Erase me'},
    notice: {
      ja: 'Hanaさんについての記録は消え、連携も終わりました。次の18:00は何も起きません。',
      en: 'What was kept about Hana is gone, and so is the link. At the next 18:00 nothing happens.',
    },
    before: [...LINKED, {look: 'sencha-asagiri', person: 'hana'}],
    steps: [
      {say: {ja: 'Hanaさんがショップに、自分のデータを消すよう求めます。', en: 'Hana asks the shop to erase her data.'},
        do: [{act: 'erase', person: 'hana'}, {idle: true}]},
      {say: {ja: '時計を明日の18:00に進めます。', en: 'The clock goes to tomorrow, 18:00.'}, do: [{walk: EVENING}]},
      {say: {ja: 'Hanaさんのスマートフォンを見てみます。', en: 'A look at Hana’s phone.'}, do: [{phone: 'hana'}]},
    ],
  },
];
