// Caps and quiet hours of one person, on a line of days around now.
import {element} from '/flex/flex.js';
import {get} from './api.js';
import {model, on} from './model.js';
import {at, clock, format, moment} from './time.js';
import {called, language, say} from './words.js';

const BEFORE = 4;
const AFTER = 8;
const HOUR = 3_600_000;
const box = document.getElementById('timeline');
const kinds = document.getElementById('kinds');
let limits;
let drawn = '';

async function renew() {
  try {
    limits = await get('/local/limits', {shop: model.shop, person: model.person});
    draw();
  } catch {
    // the stream tells when the world answers again
  }
}

function frame() {
  const from = Date.parse(at(model.now, -BEFORE, '00:00'));
  const to = Date.parse(at(model.now, AFTER, '00:00'));
  return {from, to, x: instant => `${Math.min(100, Math.max(0, (Date.parse(instant) - from) / (to - from) * 100))}%`};
}

function draw() {
  if (!limits || !model.settings || limits.shop !== model.shop) return;
  const key = JSON.stringify([language, limits.person, limits.counted, model.settings, model.now.slice(0, 15)]);
  if (key === drawn) return;
  drawn = key;
  document.getElementById('limits-title').textContent = say('limits', called(limits.person));
  const scale = frame();
  const enabled = Object.entries(model.settings.kinds ?? {}).filter(([name, one]) => one.enabled !== false && one.cap
    && (one.enabled || limits.counted.some(slot => slot.kind === name)));
  const rows = enabled.map(([name, one]) => ({name, cap: one.cap, slots: limits.counted.filter(slot => slot.kind === name)}));
  box.replaceChildren(
    ...days(scale), ...quiet(scale),
    ...rows.flatMap((row, index) => bars(row, index, scale)),
    element('span', {class: 'now', style: {left: scale.x(model.now)}}, element('b', {}, clock(model.now))));
  box.style.setProperty('--rows', Math.max(1, rows.length));
  const {quietHours} = model.settings;
  const texts = [
    ...(quietHours ? [say('quietBand', quietHours.from, quietHours.to)] : []),
    ...rows.map(row => `${say('capLine', say(row.name), row.cap.messages, row.cap.days)} — ${free(row)}`),
    ...(model.settings.contactBudget ? [say('budgetLine', model.settings.contactBudget.messages, model.settings.contactBudget.days)] : []),
    ...limits.counted.slice(-4).map(slot => say('countedAt', say(slot.kind), moment(slot.at))),
  ];
  kinds.replaceChildren(...texts.map(text => element('li', {}, text)));
  box.setAttribute('aria-label', texts.join('. '));
}

function days({from, to, x}) {
  return Array.from({length: BEFORE + AFTER}, (_, index) => at(model.now, index - BEFORE, '00:00')).map((midnight, index) =>
    element('span', {class: index === BEFORE ? 'day is-today' : 'day', style: {left: x(midnight)}},
      element('small', {}, format(midnight, index === BEFORE ? {month: 'numeric', day: 'numeric'} : {day: 'numeric'}))));
}

function quiet({x}) {
  const {quietHours} = model.settings;
  if (!quietHours) return [];
  return Array.from({length: BEFORE + AFTER + 1}, (_, index) => index - BEFORE - 1).map(offset => {
    const begin = at(model.now, offset, quietHours.from);
    const end = at(model.now, quietHours.to <= quietHours.from ? offset + 1 : offset, quietHours.to);
    const left = parseFloat(x(begin));
    return element('span', {class: 'band', style: {left: `${left}%`, width: `${parseFloat(x(end)) - left}%`}});
  });
}

/** Until when the messages counted keep another one of that kind back. */
function freeAt({cap, slots}) {
  const last = [...slots].sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[cap.messages - 1];
  return last && Date.parse(last.at) + cap.days * 24 * HOUR;
}

function free(row) {
  const until = freeAt(row);
  return until && until > Date.parse(model.now) ? say('freeAgain', moment(until)) : say('freeNow');
}

function bars(row, index, {x}) {
  const style = (left, more = {}) => ({left, '--row': index, ...more});
  const until = freeAt(row);
  const made = row.slots.map(slot => element('span', {class: 'dot', style: style(x(slot.at))}));
  if (until) {
    const begin = Math.max(...row.slots.map(slot => Date.parse(slot.at)));
    const left = x(new Date(begin).toISOString());
    const width = `${parseFloat(x(new Date(until).toISOString())) - parseFloat(left)}%`;
    made.unshift(element('span', {class: until > Date.parse(model.now) ? 'cap' : 'cap is-over', style: style(left, {width})}, say(row.name)));
  } else {
    made.push(element('span', {class: 'kind', style: style('0%')}, say(row.name)));
  }
  return made;
}

on('settings', () => { renew(); });
on('choice', renew);
on('language', draw);
on('now', draw);
on('state', ({settled}) => { if (settled && model.settings) renew(); });
on('era', () => { limits = undefined; drawn = ''; });
