// What the page knows of the world, kept up to date by the world's server-sent events.
import {call, get} from './api.js';

const MOST_THREADS = 4000;

export const model = {
  world: undefined, settings: undefined, shop: undefined, person: undefined, now: undefined, busy: false,
  functions: [], counters: {}, connected: false, threads: new Map(), loose: [], runs: new Map(),
};

const listeners = new Map();

/** Resolves after the next change of that sort, or after so many milliseconds. */
export const next = (sort, limit) => once(sort, () => true, limit);

/** Resolves to true after the first change of that sort after which `found` is true, to false after so many milliseconds. */
function once(sort, found, limit) {
  return new Promise(resolve => {
    const end = told => {
      clearTimeout(patience);
      leave();
      resolve(told);
    };
    const leave = on(sort, () => { if (found()) end(true); });
    const patience = setTimeout(() => end(false), limit);
  });
}

/** Calls back after every change of that sort: world, settings, choice, now, state, entries, connection, language; `era` when all is void, `begun` once it is known anew. What it gives ends that. */
export function on(sort, callback) {
  listeners.set(sort, [...(listeners.get(sort) ?? []), callback]);
  return () => listeners.set(sort, listeners.get(sort).filter(one => one !== callback));
}

export function changed(sort, detail) {
  (listeners.get(sort) ?? []).forEach(callback => callback(detail));
}

export const shop = () => model.world.shops.find(one => one.shop === model.shop);
export const people = () => model.world.people.filter(one => one.shop === model.shop);
export const kept = () => people().slice(0, 2).map(one => one.person);

export async function loadWorld() {
  model.world = await call('/local/world');
  if (!shop()) model.shop = model.world.shops[0].shop;
  if (!people().some(one => one.person === model.person)) model.person = people()[0].person;
  model.now = model.world.now;
  changed('world');
}

export async function loadSettings() {
  model.settings = await get('/local/settings', {shop: model.shop});
  changed('settings');
}

export function choose(next) {
  const other = next.shop && next.shop !== model.shop;
  Object.assign(model, next);
  if (other) {
    model.person = people()[0].person;
    loadSettings();
  }
  changed('choice');
}

function forget() {
  model.threads.clear();
  model.runs.clear();
  model.loose.length = 0;
}

/** Files an entry: what belongs to one message makes a thread, the rest stands for itself. */
function file(entry) {
  const send = entry.send;
  if (send) {
    const thread = model.threads.get(send) ?? {id: send, shop: entry.shop, signals: signalsOf(entry), steps: [], first: entry.n};
    thread.steps.push(entry);
    thread.person ??= entry.person;
    thread.kind ??= entry.kind;
    thread.subject ??= entry.subject;
    thread.last = entry.n;
    if (entry.type === 'verdict') {
      thread.verdict = entry;
      thread.delivery ??= taken(entry.key);
    }
    if (entry.type === 'delivery') thread.delivery = entry;
    if (entry.type === 'dead') thread.dead = entry;
    model.threads.delete(send);
    model.threads.set(send, thread);
    if (model.threads.size > MOST_THREADS) model.threads.delete(model.threads.keys().next().value);
    return;
  }
  if (entry.type === 'run') {
    const key = `${entry.shop} ${entry.kind} ${entry.date}`;
    const run = model.runs.get(key) ?? {...entry, id: key, shards: 0};
    run.shards++;
    if (!model.runs.has(key)) model.loose.push(run);
    model.runs.set(key, run);
    return;
  }
  model.loose.push({...entry, id: `n${entry.n}`});
  if (model.loose.length > 400) model.loose.splice(0, 100);
}

/** What LINE took under that key before the record of it was there. */
function taken(key) {
  const at = key ? model.loose.findIndex(one => one.type === 'delivery' && one.key === key) : -1;
  return at < 0 ? undefined : model.loose.splice(at, 1)[0];
}

/** The newest signals of that person before a message: where its thread begins. */
function signalsOf(entry) {
  const own = model.loose.filter(one => one.type === 'signal' && one.shop === entry.shop && one.person === entry.person);
  return own.slice(-4);
}

/** Listens to the world, again and again, also to one that was started anew. */
export function listen() {
  const source = new EventSource('/local/stream');
  const data = event => JSON.parse(event.data);
  source.addEventListener('open', () => connect(true));
  source.addEventListener('error', () => {
    connect(false);
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1500);
  });
  source.addEventListener('era', () => {
    forget();
    if (model.world) changed('era');
    loadWorld().then(loadSettings).then(() => changed('begun')).catch(() => connect(false));
  });
  source.addEventListener('now', event => {
    model.now = data(event);
    if (model.world) changed('now');
  });
  source.addEventListener('state', event => {
    const before = model.busy;
    Object.assign(model, data(event));
    if (model.world) changed('state', {settled: before && !model.busy});
  });
  source.addEventListener('entries', event => {
    const entries = data(event);
    entries.forEach(file);
    if (model.world) changed('entries', entries);
  });
  window.addEventListener('pagehide', () => source.close(), {once: true});
}

/** Each failure is told, for what was under way may have told something else meanwhile. */
function connect(connected) {
  if (connected && model.connected) return;
  model.connected = connected;
  changed('connection');
}

/** Resolves once `found` is true of what the stream has told of that sort, or after so many milliseconds. */
export async function until(found, limit, sort = 'entries') {
  return found() || once(sort, found, limit);
}
