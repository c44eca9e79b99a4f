// Makes LINE fail and functions crash, and shows how the functions are.
import {element} from '/flex/flex.js';
import {call} from './api.js';
import {model, on} from './model.js';
import {attempt} from './told.js';
import {say} from './words.js';

const SHARE = 0.05;
const SEED = 7;
let failing = false;

const button = (word, work, ended, more = {}) => element('button', {type: 'button', ...more,
  onclick: () => attempt(say(word), work, ended)}, say(word));

export async function fail(fault) {
  await call('/local/faults', fault);
  failing ||= fault.rate !== undefined;
  draw();
}

export async function calm() {
  await call('/local/faults', {clear: true});
  failing = false;
  draw();
}

export const kill = name => call(`/local/functions/${name}/kill`, {});
const killed = ({name, pids}) => say(pids.length > 0 ? 'didKill' : 'killedNone', name);

function draw() {
  document.getElementById('trouble').replaceChildren(
    button('lineFails', () => fail({target: 'line', fault: '500', rate: SHARE, seed: SEED}), () => say('didFail'), {'aria-pressed': String(failing)}),
    button('killPush', () => kill('push'), killed),
    button('redeliver', () => call('/local/redeliver', {}), ({line, shopify}) => say('didRedeliver', line, shopify)),
    button('calm', calm, () => say('didCalm')));
}

let last = '';

function drawFunctions() {
  const key = JSON.stringify([model.functions, say('none')]);
  if (key === last) return;
  last = key;
  const list = document.getElementById('functions');
  const focused = document.activeElement?.dataset?.kill;
  list.replaceChildren(...model.functions.map(one => element('li', {class: `is-${one.state}`},
    element('i', {'aria-hidden': 'true'}), element('span', {class: 'name'}, one.name),
    element('small', {}, `${say(one.state)} · ${say('calls', one.invocations)}${one.errors > 0 ? ` · ${one.errors} ✕` : ''}`),
    element('button', {type: 'button', class: 'quiet', 'data-kill': one.name, 'aria-label': say('kill', one.name),
      onclick: () => attempt('', () => kill(one.name), killed)}, '✕'))));
  if (focused) list.querySelector(`[data-kill="${focused}"]`)?.focus();
}

on('world', draw);
on('language', () => { draw(); drawFunctions(); });
on('state', drawFunctions);
on('era', () => { failing = false; draw(); });
