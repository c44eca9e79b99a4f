// LINE's message types as a chat shows them; Flex is drawn by the Flex view.
import {drawFlex, element} from '/flex/flex.js';
import {say} from './words.js';

/** `reader.picture` maps addresses, `reader.tap` is told the action of what was tapped. */
export function drawMessage(message, reader) {
  switch (message.type) {
    case 'flex': return element('div', {role: 'group', 'aria-label': message.altText}, drawFlex(message.contents, reader));
    case 'text': return bubble(message.text);
    case 'textV2': return bubble(message.text);
    case 'image': return element('img', {class: 'photo', src: reader.picture(message.previewImageUrl), alt: say('image')});
    case 'template': return template(message, reader);
    default: return bubble(inOneLine(message));
  }
}

const bubble = text => element('div', {class: 'bubble'}, text);

function template(message, reader) {
  const columns = message.template.columns ?? [message.template];
  return element('div', {class: 'templates', role: 'group', 'aria-label': message.altText},
    ...columns.map(column => element('div', {class: 'template'},
      ...(column.thumbnailImageUrl ? [element('img', {src: reader.picture(column.thumbnailImageUrl), alt: ''})] : []),
      ...(column.title ? [element('b', {}, column.title)] : []),
      ...(column.text ? [element('p', {}, column.text)] : []),
      ...(column.actions ?? [column.action]).filter(Boolean).map(action =>
        element('button', {type: 'button', onclick: () => reader.tap(action)}, action.label ?? action.type)))));
}

/** A message in one line, as a notification tells it. */
export function inOneLine(message) {
  return message.altText ?? message.text ?? message.title ?? message.type;
}
