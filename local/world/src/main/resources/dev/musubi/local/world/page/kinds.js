// Which kinds of messages the shop sends: the merchant's own switches.
import {element} from '/flex/flex.js';
import {call} from './api.js';
import {loadSettings, model, on, shop} from './model.js';
import {attempt} from './told.js';
import {say} from './words.js';

const group = document.getElementById('switches');

async function turn(kind, enabled) {
  await call('/local/settings', {shop: model.shop, kinds: {[kind]: {enabled}}});
  await loadSettings();
}

function draw() {
  if (!model.settings) return;
  const focused = document.activeElement?.dataset?.kind;
  group.replaceChildren(...Object.entries(model.settings.kinds ?? {}).map(([kind, {enabled}]) => element('button', {type: 'button',
    'data-kind': kind, 'aria-pressed': String(enabled),
    onclick: () => attempt('', () => turn(kind, !enabled), () => say(enabled ? 'turnedOff' : 'turnedOn', shop().name, say(kind)))}, say(kind))));
  if (focused) group.querySelector(`[data-kind="${focused}"]`)?.focus();
}

on('settings', draw);
on('language', draw);
