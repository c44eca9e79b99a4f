// Hana's and another's phone: lock screen, chat, rich menu, and what a tap does.
import {element} from '/flex/flex.js';
import {call, get} from './api.js';
import {drawMessage, inOneLine} from './messages.js';
import {choose, kept, model, on, people, shop} from './model.js';
import {visit} from './storefront.js';
import {clock, day, moment} from './time.js';
import {attempt, tell} from './told.js';
import {called, language, say} from './words.js';

const LOCKS_AFTER = 10 * 60_000;
const pair = document.getElementById('pair');
const phones = [0, 1].map(() => ({person: undefined, open: false, seen: 0, view: undefined, dialog: undefined, drawn: ''}));
let second;
let lastNow = 0;

function owners() {
  const [first, other] = kept();
  const chosen = second && people().some(one => one.person === second) ? second : other;
  return [first, chosen ?? first].filter((one, at, all) => all.indexOf(one) === at);
}

async function refresh() {
  const names = owners();
  await Promise.all(names.map(async (person, at) => {
    const view = await get('/local/phone', {shop: model.shop, person});
    const phone = phones[at];
    if (phone.person !== person || phone.shop !== model.shop) {
      Object.assign(phone, {person, shop: model.shop, open: view.chat.length === 0, seen: 0, dialog: undefined});
    }
    if (view.chat.length < phone.seen) phone.seen = 0;
    phone.view = view;
  }));
  phones.forEach((phone, at) => { if (!names[at]) phone.person = undefined; });
}

let renewing;
let again = false;

/** Fetches the phones anew and draws them; however often it is asked for, one fetch is under way at a time. */
export function renewPhones() {
  again = true;
  renewing ??= (async () => {
    while (again) {
      again = false;
      await refresh().catch(() => undefined); // the stream tells when the world answers again
    }
    renewing = undefined;
    if (phones[0].view) draw();
  })();
  return renewing;
}

function draw() {
  phones.forEach((phone, at) => {
    const key = JSON.stringify([language, phone.person, phone.open, phone.open ? 0 : phone.seen, phone.view, phone.dialog,
      phone.open ? '' : clock(model.now)]);
    if (phone.drawn === key) return;
    phone.drawn = key;
    const made = phone.person === undefined ? element('div', {hidden: true}) : device(phone);
    pair.children[at] ? pair.children[at].replaceWith(made) : pair.append(made);
    const chat = made.querySelector('.chat');
    if (chat) chat.scrollTop = chat.scrollHeight;
  });
}

const when = instant => day(instant) === day(model.now) ? clock(instant) : moment(instant);
const unread = phone => phone.view.chat.slice(phone.seen).filter(line => !line.byPerson);

function device(phone) {
  const person = people().find(one => one.person === phone.person);
  const news = unread(phone);
  const made = element('article', {class: `phone ${phone.open ? 'is-open' : 'is-locked'}`, 'data-person': phone.person,
    'aria-label': say('phoneOf', called(phone.person))},
    element('div', {class: 'screen'}, ...(phone.open ? chatScreen(phone, person) : lockScreen(phone, news))));
  const state = [phone.view.blocked ? 'blocked' : phone.view.friend ? 'friend' : 'stranger', phone.view.linked ? 'linked' : 'unlinked'];
  const badge = news.length > 0 && !phone.open ? element('b', {class: 'badge', 'aria-label': say('unread', news.length)}, String(news.length)) : '';
  return element('div', {class: 'holder'},
    element('h3', {}, element('span', {class: 'name'}, called(phone.person)), badge,
      ...state.map(word => element('small', {class: `chip is-${word}`}, person?.lineUserId === null ? say('noLine') : say(word))).slice(0, person?.lineUserId === null ? 1 : 2)),
    made);
}

function lockScreen(phone, news) {
  const notes = news.slice(-3).map(line => element('button', {type: 'button', class: 'note', onclick: () => pickUp(phone)},
    element('span', {class: 'note-head'}, element('i', {'aria-hidden': 'true'}), shop().name, element('time', {}, when(line.at))),
    element('span', {class: 'note-text'}, inOneLine(line.message))));
  return [
    element('div', {class: 'lock'},
      element('p', {class: 'lock-time'}, clock(model.now)),
      element('p', {class: 'lock-day'}, day(model.now)),
      element('div', {class: 'notes'}, ...(notes.length > 0 ? notes : [element('p', {class: 'no-news'}, say('noNews'))])),
      element('button', {type: 'button', class: 'unlock', 'aria-label': `${say('chatOf', called(phone.person))}: ${say('open')}`, onclick: () => pickUp(phone)}, say('open'))),
  ];
}

function chatScreen(phone, person) {
  const {chat, richMenu} = phone.view;
  const tap = action => tapped(phone, action);
  const last = chat.at(-1)?.message;
  const lines = chat.slice(-30).map(line => element('div', {class: line.byPerson ? 'line mine' : 'line'},
    drawMessage(line.message, {picture, tap}), element('time', {}, clock(line.at))));
  const parts = [
    element('div', {class: 'bar'},
      element('button', {type: 'button', class: 'back', 'aria-label': say('back'), onclick: () => lock(phone)}, '‹'),
      element('span', {}, shop().name)),
    element('div', {class: 'chat', role: 'log', tabindex: '0', 'aria-label': say('chatOf', called(phone.person))},
      ...(lines.length > 0 ? lines : [element('p', {class: 'hint'}, say('empty'))])),
  ];
  if (last?.quickReply) parts.push(quickReplies(last.quickReply, tap));
  if (!phone.view.friend) parts.push(element('div', {class: 'quick'}, button(say('follow'), () => act(phone.person, 'follow'))));
  if (richMenu) parts.push(menu(richMenu, phone.person, tap));
  if (person?.lineUserId !== null) parts.push(writing(phone));
  if (phone.dialog) parts.push(dialog(phone));
  phone.seen = chat.length;
  return parts;
}

const button = (text, onclick, more = {}) => element('button', {type: 'button', onclick, ...more}, text);

function quickReplies(quickReply, tap) {
  return element('div', {class: 'quick'}, ...quickReply.items.map(item => button(item.action.label, () => tap(item.action))));
}

/** The rich menu's picture, and over it the areas as they lie, each with the label that LINE reads out. */
function menu(richMenu, person, tap) {
  const {width, height} = richMenu.size;
  const share = (value, whole) => `${value / whole * 100}%`;
  const areas = richMenu.areas.map(({bounds, action}) => button(action.label ?? action.text ?? action.type, () => tap(action), {title: action.label ?? action.text, style: {
    left: share(bounds.x, width), top: share(bounds.y, height), width: share(bounds.width, width), height: share(bounds.height, height)}}));
  const address = `/local/phone/menu?${new URLSearchParams({shop: model.shop, person, menu: richMenu.richMenuId})}`;
  const drawing = element('img', {src: address, alt: '', onload: () => drawing.parentElement?.classList.add('is-drawn')});
  return element('div', {class: 'rich', role: 'group', 'aria-label': richMenu.chatBarText ?? say('menu'), style: {'aspect-ratio': `${width} / ${height}`}}, drawing, ...areas);
}

function writing(phone) {
  const input = element('input', {autocomplete: 'off', maxlength: '200', 'aria-label': say('write'), placeholder: 'Aa'});
  return element('form', {class: 'write', onsubmit: event => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    if (text) act(phone.person, 'say', {text});
  }}, input, element('button', {'aria-label': say('send')}, '➤'));
}

/** LINE's own dialog, to which the shop led. */
function dialog(phone) {
  const end = () => {
    phone.dialog = undefined;
    draw();
  };
  return element('div', {class: 'sheet', role: 'dialog', 'aria-label': say('dialogTitle')},
    element('h4', {}, say('dialogTitle')),
    element('p', {}, say('dialogText', shop().name)),
    button(say('dialogYes'), async () => {
      const address = phone.dialog;
      end();
      await act(phone.person, 'confirm', {address});
    }, {class: 'yes'}),
    button(say('dialogNo'), end));
}

/** A public address of the shop as this browser reaches it. */
export function picture(address) {
  return address.replace(/^https:\/\/([^/]+)\.myshopify\.com/, (all, handle) => `${model.world.endpoints.shop}/${handle}`)
    .replace(/^https:\/\/(?!127\.0\.0\.1)[^/]+\/.*$/, '/icon.svg');
}

async function tapped(phone, action) {
  const data = action.data ?? action.uri ?? action.label ?? action.text;
  if (action.type === 'uri' && !new URL(action.uri, location).pathname.startsWith('/apps/')) {
    visit(phone.person, new URL(action.uri, location));
    tell(say('opened', action.label ?? action.uri));
    return;
  }
  await act(phone.person, 'tap', {data}, answer => {
    if (answer.location) phone.dialog = answer.location;
    else if (answer.opened) visit(phone.person, new URL(answer.opened, location));
  });
}

/** One act of a person, told in the one line. */
export async function act(person, name, fields = {}, then = () => {}) {
  const did = await attempt(say('doing', called(person), say(name)), async () => {
    const answer = await call('/local/acts', {shop: model.shop, person, act: name, ...fields});
    then(answer);
  }, () => say('done', called(person), say(name)));
  await renewPhones();
  return did;
}

function unlock(phone) {
  phone.open = true;
  choose({person: phone.person});
  draw();
}

/** Opens a phone as its owner does, who goes on in the chat. */
function pickUp(phone) {
  unlock(phone);
  pair.querySelector(`[data-person="${phone.person}"] .chat`)?.focus();
}

function lock(phone) {
  phone.open = false;
  draw();
  pair.querySelector(`[data-person="${phone.person}"] .unlock`)?.focus();
}

/** Shows a person's chat, so that what came can be seen; a person without a phone here gets the second one. */
export async function showPhone(person) {
  if (!owners().includes(person)) {
    second = person;
    document.getElementById('someone').value = person;
  }
  await renewPhones();
  const phone = phones.find(one => one.person === person);
  if (phone?.view) unlock(phone);
  pair.querySelector(`[data-person="${person}"]`)?.scrollIntoView({block: 'nearest', behavior: 'smooth'});
}

const phoneOf = person => phones.find(one => one.person === person && one.view);

/** Taps what carries that label or data on a person's phone; what is not there is written, if it can be. */
export async function tapOn(person, data, text) {
  await renewPhones();
  const there = JSON.stringify(phoneOf(person)?.view ?? '').includes(JSON.stringify(data));
  const what = text && !there ? {act: 'say', text} : {act: 'tap', data};
  const answer = await call('/local/acts', {shop: model.shop, person, ...what});
  await get('/local/idle', {seconds: 60});
  if (answer.location && phoneOf(person)) phoneOf(person).dialog = answer.location;
  await renewPhones();
  draw();
}

/** Agrees in the dialog that is open on a person's phone. */
export async function confirmDialog(person) {
  const phone = phoneOf(person);
  const address = phone?.dialog ?? '';
  if (phone) phone.dialog = undefined;
  await call('/local/acts', {shop: model.shop, person, act: 'confirm', address});
  await get('/local/idle', {seconds: 60});
  await renewPhones();
}

function someone() {
  const select = document.getElementById('someone');
  const names = people().slice(1, 200).map(one => one.person);
  select.replaceChildren(...names.map(name => element('option', {value: name}, called(name))));
  select.value = owners()[1] ?? '';
  select.parentElement.hidden = names.length < 2;
}

document.getElementById('someone').addEventListener('change', event => {
  second = event.target.value;
  renewPhones();
});

on('world', () => { someone(); renewPhones(); });
on('choice', () => { someone(); renewPhones(); });
on('language', draw);
on('state', ({settled}) => { if (settled) renewPhones(); });
on('entries', entries => {
  const names = owners();
  if (entries.some(entry => entry.shop === model.shop && names.includes(entry.person))) renewPhones();
});
on('now', () => {
  const now = Date.parse(model.now);
  if (lastNow && now - lastNow > LOCKS_AFTER) phones.forEach(phone => { phone.open = false; phone.dialog = undefined; });
  lastNow = now;
  if (phones.some(phone => phone.view)) draw();
});
on('era', () => {
  phones.forEach(phone => Object.assign(phone, {person: undefined, dialog: undefined}));
  lastNow = 0;
  second = undefined;
});
