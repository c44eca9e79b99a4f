// Draws LINE's messages simply: texts, and Flex bubbles with picture, text and buttons.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** `picture` maps a public address to one that this browser reaches; `tap` is told what was tapped. */
export function draw(message, picture, tap) {
  if (message.type === 'flex') {
    const bubbles = message.contents.type === 'carousel' ? message.contents.contents : [message.contents];
    return element('div', {class: 'carousel', role: 'group', 'aria-label': message.altText},
      ...bubbles.map(bubble => drawBubble(bubble, picture, tap)));
  }
  return element('div', {class: 'bubble'}, message.text ?? message.altText ?? message.type);
}

function drawBubble(bubble, picture, tap) {
  const parts = ['header', 'hero', 'body', 'footer'].filter(part => bubble[part]);
  return element('div', {class: 'flex'}, ...parts.map(part => component(bubble[part], picture, tap)));
}

function component(part, picture, tap) {
  switch (part.type) {
    case 'box':
      return element('div', {class: 'part'}, ...(part.contents ?? []).map(one => component(one, picture, tap)));
    case 'image':
      return element('img', {src: picture(part.url), alt: '', loading: 'lazy'});
    case 'text': {
      const small = ['xxs', 'xs', 'sm'].includes(part.size);
      const style = [part.weight === 'bold' ? 'bold' : '', small ? 'small' : ''].join(' ').trim();
      const text = part.text ?? (part.contents ?? []).map(span => span.text).join('');
      return element('p', {class: style || undefined}, text);
    }
    case 'button':
      return element('button', {type: 'button', class: part.style === 'primary' ? 'main' : undefined,
        onclick: () => tap(part.action)}, part.action.label);
    default:
      return document.createTextNode('');
  }
}

/** The message in one line, for lists. */
export function inOneLine(message) {
  return message.text ?? message.altText ?? message.type;
}
