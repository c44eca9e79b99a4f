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
