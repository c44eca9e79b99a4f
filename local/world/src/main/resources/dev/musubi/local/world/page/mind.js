// What Musubi thinks, live: newest first, each message one thread that can be followed from signal to phone.
import {element} from '/flex/flex.js';
import {model, on} from './model.js';
import {showPhone} from './phones.js';
import {clock, day, moment} from './time.js';
import {called, either, language, say} from './words.js';

const PAGE = 40;
const MOST_A_SECOND = 300;
const list = document.getElementById('stream');
const trail = document.getElementById('trail');
const drawn = new Map();
let shown = PAGE;
let whose = 'all';
let followed;
let due;

const FINAL = ['SENT', 'SKIPPED', 'REFUSED', 'UNKNOWN'];

function outcome({verdict, delivery, dead}) {
  if (dead && !FINAL.includes(verdict?.outcome)) return 'LOST';
  return verdict?.outcome ?? (delivery ? 'SENT' : 'THINKING');
}


const version = one => `${language} ${one.steps ? `${one.steps.length} ${outcome(one)}` : `${one.shards}`}`;

function visible() {
  const threads = [...model.threads.values()].slice(-shown * 3);
  const all = [...threads, ...model.loose.slice(-shown * 3)].filter(one => one.shop === undefined || one.shop === model.shop)
    .filter(one => whose === 'all' || one.person === whose);
  return all.sort((one, other) => (other.last ?? other.n) - (one.last ?? one.n));
}

function draw() {
  due = undefined;
  const all = visible();
  const top = all.slice(0, shown);
  const rows = top.map(row);
  const ids = new Set(top.map(one => one.id));
  for (const id of drawn.keys()) if (!ids.has(id)) drawn.delete(id);
  place(rows.length > 0 ? rows.flatMap((made, at) => [...dayBefore(top, at), made]) : [element('li', {class: 'nothing'}, say('nothing'))]);
  for (const [key, made] of days) if (!made.isConnected) days.delete(key);
  document.getElementById('older').hidden = all.length <= shown;
  if (followed) drawTrail();
}

const lastOf = one => one.steps?.at(-1).at ?? one.at;
const days = new Map();

/** The day that a row begins, where it is another than that of the row before. */
function dayBefore(all, at) {
  const name = day(lastOf(all[at]));
  if (name === (at === 0 ? day(model.now) : day(lastOf(all[at - 1])))) return [];
  const key = `${all[at].id} ${name}`;
  if (!days.has(key)) days.set(key, element('li', {class: 'day'}, name));
  return [days.get(key)];
}

/** Puts the rows into order, touching only those that are not where they belong. */
function place(rows) {
  rows.forEach((made, at) => {
    if (list.children[at] !== made) list.insertBefore(made, list.children[at] ?? null);
  });
  while (list.children.length > rows.length) list.lastElementChild.remove();
}

function row(one) {
  const known = drawn.get(one.id);
  const now = version(one);
  if (known?.version === now) return known.made;
  const made = one.steps ? threadRow(one) : element('li', {class: `row is-${one.type}`}, ...looseRow(one));
  drawn.set(one.id, {version: now, made});
  return made;
}

function threadRow(thread) {
  const state = outcome(thread);
  const verdict = thread.verdict;
  const parts = [
    element('span', {class: 'when'}, clock(lastOf(thread))),
    element('span', {class: 'what'},
      element('b', {}, called(thread.person ?? '')), ' ', ...(thread.kind ? [element('span', {class: 'sort'}, say(thread.kind)), ' '] : []),
      element('span', {}, either(thread.subject) || thread.delivery?.text || ''), ' ',
      element('em', {class: `outcome is-${state}`}, say(state)),
      ...(verdict?.reason ? [element('span', {class: 'reason'}, `${verdict.policy}: ${either(verdict.reason)}`)] : []),
      ...(thread.delivery ? [element('span', {class: 'reason'}, `“${thread.delivery.text}”`)] : [])),
  ];
  return element('li', {class: `row is-thread is-${state}`}, element('button', {type: 'button', 'aria-expanded': String(followed === thread.id),
    onclick: () => follow(thread.id)}, ...parts));
}

function looseRow(one) {
  const when = element('span', {class: 'when'}, clock(one.at));
  const what = element('span', {class: 'what'});
  switch (one.type) {
    case 'signal': what.append(...signalText(one)); break;
    case 'run': what.append(element('span', {}, say('run', say(one.kind), one.date))); break;
    case 'delivery': what.append(element('b', {}, one.api === 'reply' ? say('replied', called(one.person ?? '')) : `${called(one.person ?? '')} — ${say('tookIt')}`), element('span', {class: 'reason'}, `“${one.text}”`)); break;
    case 'dead': what.append(element('span', {}, say('dead'))); break;
    case 'crash': what.append(element('span', {}, say('crash', one.function))); break;
    default: what.append(element('span', {class: 'about'}, `${say(one.type)}: ${say(one.what ?? '')}`));
  }
  return [when, what];
}

function signalText(signal) {
  return [
    element('b', {}, called(signal.person ?? signal.source)), ' ',
    element('code', {}, signal.what), ' ',
    element('span', {class: 'about'}, signal.about),
    ...(signal.again ? [' ', element('em', {class: 'outcome is-DEFERRED'}, say('redelivered'))] : []),
  ];
}

function follow(id) {
  drawn.delete(followed);
  drawn.delete(id);
  followed = followed === id ? undefined : id;
  draw();
  trail.hidden = followed === undefined;
  if (followed) {
    drawTrail();
    trail.focus({preventScroll: true});
    trail.scrollIntoView({block: 'nearest', behavior: 'smooth'});
  }
}

/** Follows the newest thread of a person, as a click on its row does. */
export function followNewest(person) {
  const thread = [...model.threads.values()].filter(one => one.shop === model.shop && one.person === person).at(-1);
  if (thread && followed !== thread.id) follow(thread.id);
}

export function stopFollowing() {
  if (followed) follow(followed);
}

function step(title, state, ...contents) {
  return element('li', {class: `step is-${state}`}, element('h4', {}, title), ...contents);
}

function drawTrail() {
  const thread = model.threads.get(followed);
  if (!thread) {
    followed = undefined;
    trail.hidden = true;
    return;
  }
  const key = `${followed} ${version(thread)}`;
  if (trail.dataset.key === key) return;
  trail.dataset.key = key;
  trail.replaceChildren(
    element('div', {class: 'head'}, element('h3', {}, say('trail')),
      element('button', {type: 'button', class: 'quiet', 'aria-label': say('close'), onclick: () => follow(followed)}, '×')),
    element('ol', {class: 'steps'}, ...steps(thread)));
}

function steps(thread) {
  const intents = thread.steps.filter(one => one.type === 'intent');
  const intent = intents[0] ?? thread.steps[0];
  const state = outcome(thread);
  const attempts = Math.max(1, ...intents.map(one => one.attempt));
  return [
    step(say('stepSignal'), 'done', ...(thread.signals.length > 0
      ? [element('ul', {}, ...thread.signals.map(one => element('li', {}, element('time', {}, moment(one.at)), ' ', ...signalText(one))))]
      : [element('p', {}, say('noSignals'))])),
    step(say('stepIntent'), 'done', element('p', {}, say('intentText', either(thread.subject), moment(intent.due ?? intent.at)),
      ...(attempts > 1 ? [' ', element('em', {class: 'outcome is-DEFERRED'}, say('attempts', attempts))] : []))),
    step(say('stepPolicies'), 'done', policies(thread, state)),
    step(say('stepVerdict'), state, element('p', {}, element('em', {class: `outcome is-${state}`}, say(state)), ' ',
      thread.verdict?.reason ? either(thread.verdict.reason) : state === 'THINKING' ? say('thinking') : '')),
    step(say('stepDelivery'), thread.delivery ? 'done' : 'off', element('p', {}, thread.delivery ? `${say('tookIt')} · ${clock(thread.delivery.at)}` : say('notTaken'))),
    phoneStep(thread),
  ];
}

function phoneStep(thread) {
  const {delivery} = thread;
  if (!delivery) return step(say('stepPhone'), 'off', element('p', {}, say('silence')));
  return step(say('stepPhone'), delivery.delivered ? 'SENT' : 'off',
    element('p', {}, delivery.delivered ? say('arrived') : say('notArrived')),
    element('button', {type: 'button', onclick: () => showPhone(thread.person)}, say('showPhone')));
}

/** The policies in the order in which they are asked; who speaks ends the asking. */
function policies(thread, state) {
  const spoke = thread.verdict?.policy;
  const asked = thread.steps.find(one => one.asked)?.asked ?? [];
  const known = asked.includes(spoke) || !spoke ? asked : [...asked, spoke];
  const end = spoke ? known.indexOf(spoke) : state === 'THINKING' ? 0 : known.length;
  return element('ul', {class: 'asked'}, ...known.map((name, at) => {
    const mark = at < end ? 'passed' : at === end && spoke ? 'spoke' : 'unasked';
    return element('li', {class: `is-${mark}`}, element('span', {'aria-hidden': 'true'}, {passed: '✓', spoke: '✕', unasked: '·'}[mark]), name);
  }));
}

function filter() {
  const names = model.world.people.filter(one => one.shop === model.shop).slice(0, 2).map(one => one.person);
  document.getElementById('filter').replaceChildren(...['all', ...names].map(name => element('button', {type: 'button',
    'aria-pressed': String(whose === name), onclick: () => { whose = name; filter(); draw(); }}, name === 'all' ? say('everyone') : called(name))));
}

function soon() {
  due ??= setTimeout(() => requestAnimationFrame(draw), MOST_A_SECOND);
}

document.getElementById('older').addEventListener('click', () => { shown += PAGE; draw(); });
on('entries', soon);
on('world', () => { filter(); soon(); });
on('choice', () => { filter(); soon(); });
on('state', () => { if (drawn.size === 0) soon(); });
on('language', () => { delete trail.dataset.key; days.clear(); filter(); draw(); });
on('era', () => { drawn.clear(); days.clear(); shown = PAGE; whose = 'all'; followed = undefined; trail.hidden = true; soon(); });
