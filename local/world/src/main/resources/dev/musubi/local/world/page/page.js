import {language, say, speak} from './words.js';
import {draw, element, inOneLine} from './flex.js';

const PERIOD = 1500;
const SHOPPING = ['view', 'cart', 'buy'];
const CHAT = ['follow', 'link', 'unlink', 'block'];
const byId = id => document.getElementById(id);
const chosen = {shop: undefined, person: undefined};
const drawn = new Map();
let world;

async function call(path, body) {
  const answer = await fetch(path, body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)});
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

/** Draws a part anew only if it changed, so that focus and scrolling stay where they are. */
function show(id, state, content) {
  const key = JSON.stringify([language, state]);
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  byId(id).replaceChildren(...content());
}

function shop() {
  return world.shops.find(one => one.shop === chosen.shop);
}

function format(instant, options) {
  return new Intl.DateTimeFormat(language, {timeZone: shop().timeZone, hourCycle: 'h23', ...options}).format(new Date(instant));
}

const hour = instant => format(instant, {month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit'});
const person = () => world.people.find(one => one.shop === chosen.shop && one.person === chosen.person);

async function doing(started, ended, work) {
  tell(started);
  try {
    await work();
    tell(ended);
  } catch (problem) {
    tell(problem.message, true);
  }
  await refresh();
}

function tell(text, problem = false) {
  byId('told').textContent = text;
  byId('told').classList.toggle('problem', problem);
}

function act(name, fields = {}) {
  const who = chosen.person;
  return doing(say('doing', who, say(name)), say('done', who, say(name)),
    () => call('/local/acts', {shop: chosen.shop, person: who, act: name, ...fields}));
}

function walk(body) {
  return doing(say('walking'), '', () => call('/local/clock', body));
}

/** The next 18:00 of the shop's day, so many days on. */
function six(days) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {timeZone: shop().timeZone, year: 'numeric', month: '2-digit',
    day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset'})
    .formatToParts(new Date(Date.parse(world.now) + days * 86400000)).map(part => [part.type, part.value]));
  const offset = parts.timeZoneName.replace('GMT', '') || 'Z';
  return `${parts.year}-${parts.month}-${parts.day}T18:00:00${offset}`;
}

const picture = address => address.replace(/^https:\/\/([^/]+)\.myshopify\.com/, (all, handle) => `${world.endpoints.shop}/${handle}`);

function tap(action) {
  if (action.type === 'uri' && !action.uri.includes('/apps/')) {
    window.open(picture(action.uri), '_blank', 'noopener');
    return;
  }
  if (action.type === 'uri') act('link');
  else act('tap', {data: action.data ?? action.label});
}

function drawHeader() {
  byId('now').textContent = format(world.now, {year: 'numeric', month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit'});
  byId('zone').textContent = shop().timeZone;
  show('shop', world.shops.map(one => one.name), () => world.shops.map(one => element('option', {value: one.shop}, one.name)));
  byId('shop').value = chosen.shop;
  show('product', shop().products, () => shop().products.map(one =>
    element('option', {value: one.handle}, `${one.title} · ${one.price} ${shop().currency} · ${one.stock}`)));
}

function drawPeople() {
  const people = world.people.filter(one => one.shop === chosen.shop);
  show('people', [people, chosen.person], () => people.map(one => element('li', {},
    element('button', {type: 'button', 'aria-pressed': String(one.person === chosen.person), onclick: () => choose({person: one.person})},
      one.person, element('small', {}, one.lineUserId === null ? say('noLine')
        : `${say(one.friend ? 'friend' : 'stranger')} · ${say(one.linked ? 'linked' : 'unlinked')}`)))));
  const usesLine = person()?.lineUserId !== null;
  show('acts', usesLine, () => [...SHOPPING, ...(usesLine ? CHAT : [])].map(name =>
    element('button', {type: 'button', onclick: () => act(name, SHOPPING.includes(name) ? {product: byId('product').value} : {})}, say(name))));
}

function drawPhone(phone) {
  byId('phone-title').textContent = say('phone', phone.person);
  show('chat', [phone.chat, phone.person], () => phone.chat.length === 0 ? [element('p', {}, say('empty'))] : phone.chat.map(line =>
    element('div', {class: line.byPerson ? 'line mine' : 'line'}, draw(line.message, picture, tap), element('time', {}, hour(line.at)))));
  const areas = phone.richMenu?.areas ?? [];
  show('menu', areas, () => areas.map(area => element('button', {type: 'button', onclick: () => tap(area.action)}, area.action.label)));
}

function table(id, heads, rows) {
  show(id, rows, () => [
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', {scope: 'col'}, say(head))))),
    element('tbody', {}, ...(rows.length === 0
      ? [element('tr', {}, element('td', {class: 'none', colspan: heads.length}, say('empty')))]
      : rows.map(cells => element('tr', {}, ...cells.map(cell)))))]);
}

function cell(content) {
  if (content === null || typeof content !== 'object') return element('td', {}, content ?? '');
  if (content.kill) {
    return element('td', {}, element('button', {type: 'button', 'aria-label': `${say('kill')}: ${content.kill}`,
      onclick: () => doing('', say('killed', content.kill), () => call(`/local/functions/${content.kill}/kill`, {}))}, say('kill')));
  }
  return element('td', {class: content.style}, content.text);
}

function drawLists(outcomes, messages) {
  table('outcomes', ['at', 'person', 'kind', 'subject', 'outcome', 'reason'], outcomes.toReversed().map(row =>
    [{style: 'time', text: hour(row.at)}, row.person, row.kind, row.subject, {style: `state ${row.outcome}`, text: say(row.outcome)}, row.reason]));
  table('messages', ['at', 'person', 'api', 'kind', 'text', 'arrived'], messages.toReversed().map(row =>
    [{style: 'time', text: hour(row.at)}, row.person, row.api, row.kind, row.messages.map(inOneLine).join(' / '), say(row.delivered ? 'yes' : 'no')]));
  table('functions', ['name', 'state', 'starts', 'init', 'invocations', 'errors', ''], world.functions.map(one =>
    [one.name, say(one.state), `${one.starts}`, one.lastInitMs === null ? '' : `${one.lastInitMs} ms`, `${one.invocations}`, `${one.errors}`, {kill: one.name}]));
}

function drawWords() {
  document.querySelectorAll('[data-word]').forEach(place => { place.textContent = say(place.dataset.word); });
  document.querySelectorAll('[data-language]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.language === language)));
  byId('text').setAttribute('aria-label', say('text'));
  show('clock-buttons', 'clock', () => [
    element('button', {type: 'button', onclick: () => walk({by: 'PT1H'})}, say('hour')),
    element('button', {type: 'button', onclick: () => walk({to: six(0)})}, say('six')),
    element('button', {type: 'button', class: 'main', onclick: () => walk({to: six(1)})}, say('tomorrow')),
    element('button', {type: 'button', onclick: () => doing('…', '', () => call('/local/reset', {}))}, say('reset'))]);
}

async function refresh() {
  world = await call('/local/world');
  chosen.shop ??= world.shops[0].shop;
  if (!person()) chosen.person = world.people.find(one => one.shop === chosen.shop)?.person;
  const query = `shop=${chosen.shop}`;
  const [phone, outcomes, messages] = await Promise.all([
    call(`/local/phone?${query}&person=${encodeURIComponent(chosen.person)}`),
    call(`/local/outcomes?${query}&lang=${language}`),
    call(`/local/messages?${query}`)]);
  drawWords();
  drawHeader();
  drawPeople();
  drawPhone(phone);
  drawLists(outcomes, messages);
}

function choose(next) {
  Object.assign(chosen, next);
  return refresh();
}

byId('shop').addEventListener('change', event => choose({shop: event.target.value, person: undefined}));
byId('doing').addEventListener('submit', event => event.preventDefault());
byId('say').addEventListener('submit', event => {
  event.preventDefault();
  const text = byId('text').value.trim();
  byId('text').value = '';
  if (text) act('say', {text});
});
document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
  speak(button.dataset.language);
  refresh();
}));

async function live() {
  try {
    if (!document.hidden) await refresh();
  } catch (problem) {
    tell(problem.message, true);
  }
  setTimeout(live, PERIOD);
}

speak(language);
live();
