// The page's frame: clock, counters, language, acts in the shop, views on a narrow screen.
import {element} from '/flex/flex.js';
import {call} from './api.js';
import {changed, choose, listen, model, on, shop} from './model.js';
import './kinds.js';
import './mind.js';
import {act} from './phones.js';
import './storefront.js';
import './story.js';
import './timeline.js';
import {at, clock, format} from './time.js';
import {attempt, tell} from './told.js';
import './trouble.js';
import {language, say, speak} from './words.js';

const byId = id => document.getElementById(id);
const SHOPPING = ['view', 'cart', 'buy'];
const TABS = {shop: 'tabShop', phones: 'tabPhones', mind: 'tabMind', backstage: 'tabBackstage'};
const button = (text, onclick, more = {}) => element('button', {type: 'button', onclick, ...more}, text);

function walk(to) {
  attempt(say('walking'), () => call('/local/clock', to()), ({now}) => say('walked', `${format(now, {month: 'short', day: 'numeric'})} ${clock(now)}`));
}

/** The next 18:00: today's, or tomorrow's if that has passed. */
function nextSix() {
  const today = at(model.now, 0, '18:00');
  return Date.parse(today) > Date.parse(model.now) ? today : at(model.now, 1, '18:00');
}

function drawClock() {
  if (!model.world) return;
  byId('hhmm').textContent = clock(model.now);
  byId('hhmm').setAttribute('datetime', model.now);
  byId('date').textContent = format(model.now, {year: 'numeric', month: 'short', day: 'numeric', weekday: 'short'});
  byId('zone').textContent = shop().timeZone;
}

let counted = '';

/** A counter that has risen is marked for a moment. */
function drawCounters() {
  const counts = model.counters[model.shop];
  const key = JSON.stringify([language, counts]);
  if (!counts || key === counted) return;
  counted = key;
  const held = Object.entries(counts.skipped);
  const sum = held.reduce((all, [, times]) => all + times, 0);
  const one = (name, value, sort, parts = []) => element('div', {class: `count is-${sort ?? name}`}, element('dt', {}, say(name)),
    element('dd', {}, String(value), ...parts.map(([part, times]) => element('span', {class: 'part'}, `${say(part)} ${times}`))));
  const kinds = Object.entries(counts.sentBy);
  byId('counters').replaceChildren(one('sent', counts.sent, 'sent', kinds.length > 1 ? kinds : []), one('skipped', sum, 'skipped', held), one('deferred', counts.deferred),
    ...['refused', 'unknown'].filter(name => counts[name] > 0).map(name => one(name, counts[name])),
    one('doubled', counts.doubled, counts.doubled > 0 ? 'bad' : 'zero'), one('lost', counts.lost, counts.lost > 0 ? 'bad' : 'zero'));
}

function drawShop() {
  byId('shop').replaceChildren(...model.world.shops.map(one => element('option', {value: one.shop}, one.name)));
  byId('shop').value = model.shop;
  const before = byId('product').value;
  byId('product').replaceChildren(...shop().products.map(one => element('option', {value: one.handle}, one.title)));
  if (shop().products.some(one => one.handle === before)) byId('product').value = before;
}

function drawWords() {
  document.querySelectorAll('[data-word]').forEach(place => { place.textContent = say(place.dataset.word); });
  document.querySelectorAll('[data-name]').forEach(place => place.setAttribute('aria-label', say(place.dataset.name)));
  document.querySelectorAll('[data-language]').forEach(one => one.setAttribute('aria-pressed', String(one.dataset.language === language)));
  byId('clock-buttons').replaceChildren(
    button(say('hour'), () => walk(() => ({by: 'PT1H'}))),
    button(say('six'), () => walk(() => ({to: nextSix()}))),
    button(say('tomorrow'), () => walk(() => ({to: at(model.now, 1, '18:00')}))),
    button(say('reset'), () => attempt(say('resetting'), () => call('/local/reset', {}), () => say('didReset')), {class: 'quiet'}));
  byId('shopping').replaceChildren(...SHOPPING.map(name => button(say(name), () => act(model.person, name, {product: byId('product').value}))));
  byId('tabs').replaceChildren(...Object.entries(TABS).map(([tab, word]) => button(say(word), () => show(tab),
    {'aria-pressed': String(document.body.dataset.tab === tab), 'data-tab-button': tab})));
}

function show(tab) {
  document.body.dataset.tab = tab;
  document.querySelectorAll('[data-tab-button]').forEach(one => one.setAttribute('aria-pressed', String(one.dataset.tabButton === tab)));
  window.scrollTo({top: 0});
}

/** `a=1 b=two words` as fields: a number is a number, true and false are what they say. */
function fields(text) {
  const found = [...text.matchAll(/(\w+)=(.*?)(?=\s+\w+=|$)/g)];
  return Object.fromEntries(found.map(([, name, said]) => {
    const value = said.trim();
    return [name, /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : ['true', 'false'].includes(value) ? value === 'true' : value];
  }));
}

byId('acts').addEventListener('submit', event => {
  event.preventDefault();
  act(model.person, byId('act').value, {product: byId('product').value, ...fields(byId('fields').value)});
});
byId('shop').addEventListener('change', event => choose({shop: event.target.value}));
document.querySelectorAll('[data-language]').forEach(one => one.addEventListener('click', () => {
  speak(one.dataset.language);
  tell(model.connected ? '' : say('offline'), !model.connected);
  drawWords();
  drawClock();
  drawCounters();
  changed('language');
}));

on('world', () => { drawShop(); drawClock(); drawCounters(); });
on('choice', () => { drawShop(); drawClock(); drawCounters(); });
on('now', drawClock);
on('state', drawCounters);
on('connection', () => tell(model.connected ? '' : say('offline'), !model.connected));
on('begun', () => call('/local/acts').then(({acts}) => byId('act').replaceChildren(...acts.map(name => element('option', {value: name}, name)))));

speak(language);
drawWords();
listen();
