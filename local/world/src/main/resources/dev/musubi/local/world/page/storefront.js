// The shop as its visitors see it: the shop simulator's own storefront, in a frame.
import {element} from '/flex/flex.js';
import {call} from './api.js';
import {choose, model, on, people, shop, until} from './model.js';
import {called, say} from './words.js';

const PATIENCE = 20_000;
const frame = document.getElementById('storefront');
let visitor;

const base = () => `${model.world.endpoints.shop}/${model.shop}`;

/** Logs a person in as the shop does and shows an address; nobody is a guest. */
function enter(person, path) {
  const who = people().find(one => one.person === person);
  visitor = person;
  const login = element('form', {method: 'post', target: 'storefront', hidden: true,
    action: `${base()}/customer_authentication/${who ? 'login' : 'logout'}`},
    element('input', {name: 'customer', value: String(who?.customerId ?? '')}),
    element('input', {name: 'return_to', value: path}));
  document.body.append(login);
  login.submit();
  login.remove();
  address(path);
  drawVisitors();
}

function address(path) {
  document.getElementById('address').textContent = `${shop().domain}${path}`;
}

/** Opens an address of the shop as that person. */
export function visit(person, to) {
  const prefix = `/${model.shop}`;
  const path = to.pathname.startsWith(`${prefix}/`) ? to.pathname.slice(prefix.length) : to.pathname;
  if (visitor !== person) choose({person});
  enter(person, path + to.search);
}

/** A person looks at a product in the shop: the page's own script tells the pixel. */
export async function look(person, product) {
  const before = model.loose.at(-1)?.n ?? 0;
  const told = () => model.loose.some(one => one.n > before && one.source === 'pixel' && one.person === person);
  enter(person, `/products/${product}`);
  if (!await until(told, PATIENCE)) await call('/local/acts', {shop: model.shop, person, act: 'view', product});
}

function drawVisitors() {
  const names = people().slice(0, 2).map(one => one.person);
  if (visitor && !names.includes(visitor)) names.push(visitor);
  document.getElementById('visitors').replaceChildren(...names.map(name => element('button', {type: 'button',
    'aria-pressed': String(name === visitor), onclick: () => { choose({person: name}); enter(name, '/'); }}, called(name))));
}

let entered;

function draw() {
  document.getElementById('shop-title').textContent = say('storefront', shop().name);
  frame.title = shop().name;
  const place = `${model.world.endpoints.shop} ${model.shop}`;
  if (entered !== place) {
    entered = place;
    enter(model.person, '/');
  }
  drawVisitors();
}

on('world', draw);
on('choice', draw);
on('language', draw);
on('era', () => { entered = undefined; });
