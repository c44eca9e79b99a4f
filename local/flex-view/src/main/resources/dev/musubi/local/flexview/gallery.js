// Shows the examples, one page per component and property.
import {EXAMPLES} from './examples.js';
import {drawFlex, element} from './flex.js';

const PROPERTIES = await (await fetch('./properties.json')).json();
const name = example => `${example.schema}.${example.property}`;

function index(current) {
  const links = Object.keys(PROPERTIES).flatMap(schema => [
    element('h2', {}, schema),
    element('ul', {}, ...EXAMPLES.filter(example => example.schema === schema).map(example => element('li', {},
      element('a', {href: `#${name(example)}`, 'aria-current': name(example) === current ? 'page' : undefined}, example.property))))]);
  document.getElementById('index').replaceChildren(...links);
}

function figure(example, value) {
  const container = example.of(value);
  return element('figure', {},
    element('figcaption', {}, value === undefined ? 'not set' : JSON.stringify(value)),
    drawFlex(container, example.reader),
    element('details', {}, element('summary', {}, 'JSON'), element('pre', {tabindex: '0'}, JSON.stringify(container, undefined, 2))));
}

function show() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  const example = EXAMPLES.find(one => name(one) === wanted) ?? EXAMPLES[0];
  index(name(example));
  document.getElementById('example').replaceChildren(
    element('h2', {}, name(example)),
    element('p', {}, PROPERTIES[example.schema][example.property]),
    element('div', {class: 'values'}, ...example.values.map(value => figure(example, value))));
  document.title = `${name(example)} · Flex view`;
}

window.addEventListener('hashchange', show);
show();
