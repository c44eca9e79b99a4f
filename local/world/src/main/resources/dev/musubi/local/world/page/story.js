// Plays the scenes: a person goes from step to step by a button.
import {element} from '/flex/flex.js';
import {call, get} from './api.js';
import {choose, kept, loadSettings, model, next, on, until} from './model.js';
import {followNewest, stopFollowing} from './mind.js';
import {confirmDialog, showPhone, tapOn} from './phones.js';
import {SCENES} from './scenes.js';
import {look} from './storefront.js';
import {at} from './time.js';
import {tell} from './told.js';
import {calm, fail, kill} from './trouble.js';
import {either, say} from './words.js';

const PATIENCE = 60_000;
const panel = document.getElementById('scene');
const playing = {scene: undefined, step: -1, busy: false, problem: '', from: 0};

/** Does one thing of a step; what the world refuses ends the step with its sentence. */
async function perform(one) {
  if (one.together) return Promise.all(one.together.map(perform));
  if (one.look) return look(one.person, one.look);
  if (one.act) return call('/local/acts', {shop: model.shop, ...one});
  if (one.tap) return tapOn(one.person, one.tap, one.or);
  if (one.confirm) return confirmDialog(one.person);
  if (one.walk) return walk(one.walk);
  if (one.settings) return call('/local/settings', {shop: model.shop, ...one.settings}).then(loadSettings);
  if (one.fault) return fail(one.fault);
  if (one.calm) return calm();
  if (one.kill) return (one.when ? until(() => taken(one.when), PATIENCE) : Promise.resolve()).then(() => kill(one.kill));
  if (one.phone) return showPhone(one.phone);
  if (one.follow) return followNewest(one.follow);
  if (one.idle) return get('/local/idle', {seconds: 60});
  if (one.until) return until(() => outcomes(one.until) >= (one.until.times ?? 1), PATIENCE);
  throw new Error(`?: ${JSON.stringify(one)}`);
}

/** Ends when the page too has heard of the new time, at which it locks the phones. */
async function walk({days, hour, by}) {
  const {now} = await call('/local/clock', by ? {by} : {to: at(model.now, days, hour)});
  await get('/local/idle', {seconds: 60});
  await until(() => Date.parse(model.now) >= Date.parse(now), PATIENCE, 'now');
}

const threads = () => [...model.threads.values()].filter(thread => thread.shop === model.shop && thread.last > playing.from);
const outcomes = ({person, outcome}) => threads().filter(thread => thread.person === person && thread.verdict?.outcome === outcome).length;
const taken = api => [...model.loose, ...threads().flatMap(thread => thread.steps)].some(one => one.type === 'delivery' && one.api === api);

/** Every scene begins in the first state, in the first shop. */
async function prepare(scene) {
  await calm();
  stopFollowing();
  const fresh = next('begun', PATIENCE);
  await call('/local/reset', {});
  await fresh;
  choose({shop: model.world.shops[0].shop});
  choose({person: kept()[0]});
  await loadSettings();
  playing.from = 0;
  for (const one of scene.before) await perform(one);
  await get('/local/idle', {seconds: 60});
}

async function run(work) {
  playing.busy = true;
  playing.problem = '';
  draw();
  try {
    await work();
  } catch (problem) {
    playing.problem = problem.message;
    tell(problem.message, true);
  }
  playing.busy = false;
  draw();
}

function begin(scene) {
  if (playing.busy) return;
  Object.assign(playing, {scene, step: -1});
  tell('');
  run(() => prepare(scene));
}

function goOn() {
  const {scene, step} = playing;
  playing.step = step + 1;
  run(async () => {
    for (const one of scene.steps[playing.step].do) await perform(one);
  });
}

function leave() {
  playing.scene = undefined;
  stopFollowing();
  draw();
}

function draw() {
  const focus = document.activeElement;
  const held = panel.contains(focus) || focus?.dataset?.scene !== undefined;
  document.getElementById('scenes').replaceChildren(...SCENES.map((scene, index) => element('button', {type: 'button', 'data-scene': scene.id,
    'aria-pressed': String(playing.scene === scene), disabled: playing.busy && playing.scene !== scene, onclick: () => begin(scene)},
    element('i', {'aria-hidden': 'true'}, String(index + 1)), either(scene.title))));
  panel.hidden = playing.scene === undefined;
  if (!panel.hidden) drawScene();
  if (held) document.querySelector(panel.hidden ? '#scenes button' : '#scene .main').focus({preventScroll: true});
}

function drawScene() {
  const {scene, step, busy, problem} = playing;
  const ended = step === scene.steps.length - 1 && !busy && !problem;
  panel.replaceChildren(
    element('ol', {class: 'said'}, ...scene.steps.map((one, at) => element('li', {
      class: at < step || (at === step && !busy) ? 'is-done' : at === step ? 'is-doing' : '', 'aria-current': at === step ? 'step' : undefined}, either(one.say)))),
    element('p', {class: 'notice', hidden: !ended}, element('b', {}, say('notice')), ' ', either(scene.notice)),
    ...(problem ? [element('p', {class: 'problem'}, problem)] : []),
    element('div', {class: 'buttons'}, ...controls(ended)));
  panel.dataset.state = busy ? 'busy' : ended ? 'ended' : 'waiting';
}

function controls(ended) {
  const {scene, busy} = playing;
  const after = SCENES[SCENES.indexOf(scene) + 1];
  const main = (text, onclick) => element('button', {type: 'button', class: 'main', onclick, 'aria-disabled': String(busy)}, text);
  const quiet = (text, onclick) => element('button', {type: 'button', class: 'quiet', onclick, disabled: busy}, text);
  return [
    ended && after ? main(say('nextScene'), () => begin(after)) : main(ended ? say('again') : say('next'), () => {
      if (!busy) ended ? begin(scene) : goOn();
    }),
    ...(ended && !after ? [] : [quiet(say('again'), () => begin(scene))]),
    quiet(say('leave'), leave),
  ];
}

on('language', draw);
on('world', draw);
