// Draws LINE's Flex Messages as LINE lays them out. Needs flex.css beside it and nothing else.
// https://developers.line.biz/en/docs/messaging-api/flex-message-layout/
import {block, length, place, shade, size, SIZES} from './measures.js';

/** Makes an element; attributes that begin with "on" are listeners, `style` is an object. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'style') Object.entries(value).forEach(([property, set]) => setStyle(made, property, set));
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

function setStyle(made, property, value) {
  if (value !== undefined) made.style.setProperty(property, value);
}

/**
 * Draws a Flex container: a bubble or a carousel.
 *
 * `picture` maps a public address to one that this browser reaches; `tap` is told the action that
 * was tapped; `video` false shows what stands in for videos; `fontScale` is the reader's font size,
 * which only what has `scaling` follows.
 */
export function drawFlex(container, {picture = url => url, tap = () => {}, video = true, fontScale = 1} = {}) {
  const reader = {picture, tap, video};
  const bubbles = container.type === 'carousel' ? container.contents : [container];
  const drawn = bubbles.map(bubble => drawBubble(bubble, reader));
  const style = {'--flex-font-scale': fontScale};
  if (container.type !== 'carousel') return element('div', {class: 'flex-view', style}, ...drawn);
  return element('div', {class: 'flex-view flex-carousel', role: 'group', tabindex: '0', 'aria-roledescription': 'carousel', style}, ...drawn);
}

function drawBubble(bubble, reader) {
  const blocks = ['header', 'hero', 'body', 'footer'].filter(name => bubble[name]);
  const made = element('div', {
    class: `flex-bubble flex-bubble-${bubble.size ?? 'mega'}`,
    dir: bubble.direction ?? 'ltr',
    style: {width: length(SIZES.bubble, bubble.size ?? 'mega')},
  }, ...blocks.map(name => drawBlock(name, bubble, reader)));
  return tappable(made, bubble.action, reader);
}

function drawBlock(name, bubble, reader) {
  const style = bubble.styles?.[name] ?? {};
  const made = element('div', {class: `flex-block flex-${name}`, style: {background: style.backgroundColor}},
    component(bubble[name], {layout: 'vertical', block: name, bubble: bubble.size ?? 'mega'}, reader));
  if (style.separator) {
    made.classList.add('flex-separated');
    made.style.borderTopColor = style.separatorColor ?? '#d4d6da';
  }
  return made;
}

/** A component as a child of a box of that layout. */
function component(part, parent, reader) {
  switch (part.type) {
    case 'box': return box(part, parent, reader);
    case 'text': return text(part, parent, reader);
    case 'button': return button(part, parent, reader);
    case 'image': return image(part, parent, reader);
    case 'video': return video(part, parent, reader);
    case 'icon': return icon(part, parent, reader);
    case 'separator': return separator(part, parent);
    case 'filler': return item(element('div', {class: 'flex-filler'}), {...part, flex: part.flex ?? 1}, parent);
    default: return element('div', {class: 'flex-unknown'}, part.type ?? '');
  }
}

/** Gives a component its share of the parent's room, its margin and its offset. */
function item(made, part, parent, share = part.flex) {
  const vertical = parent.layout === 'vertical';
  const factor = share ?? (vertical || part.type === 'icon' ? 0 : 1);
  const style = {
    flex: factor > 0 ? `${factor} 1 ${vertical ? 'auto' : '0'}` : vertical ? '0 0 auto' : '0 1 auto',
    ...place(part),
  };
  if (factor === 0 && !vertical) made.classList.add('flex-own-width');
  if (part.position !== 'absolute') {
    style[vertical ? 'margin-top' : 'margin-inline-start'] = length(SIZES.space, part.margin ?? parent.before);
  }
  Object.entries(style).forEach(([property, value]) => setStyle(made, property, value));
  return made;
}

function box(part, parent, reader) {
  const contents = part.contents ?? [];
  const inFlow = contents.filter(child => child.position !== 'absolute');
  // A margin of the child's own takes the place of the box's spacing.
  const within = child => ({layout: part.layout, bubble: parent.bubble, before: child === inFlow[0] ? undefined : part.spacing});
  const made = element('div', {
    class: `flex-box flex-${part.layout}`,
    style: {
      ...block(parent, part),
      width: length({}, part.width),
      'max-width': length({}, part.maxWidth),
      height: length({}, part.height),
      'max-height': length({}, part.maxHeight),
      background: gradient(part.background) ?? part.backgroundColor,
      'border-radius': length(SIZES.space, part.cornerRadius),
      'border-width': length(SIZES.border, part.borderWidth),
      'border-color': part.borderColor,
      'justify-content': part.justifyContent,
      'align-items': part.alignItems,
    },
  }, ...contents.map(child => component(child, within(child), reader)));
  if (part.cornerRadius) made.classList.add('flex-clipped');
  return item(tappable(made, part.action, reader), part, parent, part.flex ?? (part.width && parent.layout !== 'vertical' ? 0 : undefined));
}

function gradient(background) {
  if (background?.type !== 'linearGradient') return undefined;
  const {angle, startColor, centerColor, centerPosition, endColor} = background;
  const middle = centerColor ? `, ${centerColor} ${centerPosition ?? '50%'}` : '';
  return `linear-gradient(${angle}, ${startColor}${middle}, ${endColor})`;
}

function text(part, parent, reader) {
  const line = element('span', {class: 'flex-line', style: letters(part, 'md')},
    ...(part.contents?.length ? part.contents.map(span) : [part.text ?? '']));
  if (part.wrap) line.classList.add('flex-wrap');
  if (part.wrap && part.maxLines) {
    line.classList.add('flex-max-lines');
    line.style.webkitLineClamp = part.maxLines;
  }
  if (part.lineSpacing) line.style.lineHeight = `calc(1.4em + ${part.lineSpacing})`;
  if (part.adjustMode === 'shrink-to-fit') shrink(line);
  const made = element('div', {class: `flex-text flex-align-${part.align ?? 'start'} flex-gravity-${part.gravity ?? 'top'}`}, line);
  return item(tappable(made, part.action, reader), part, parent);
}

function letters(part, usual) {
  return {
    'font-size': size(SIZES.font, part.size ?? usual, part.scaling),
    'font-weight': part.weight === 'bold' ? '700' : part.weight ? '400' : undefined,
    'font-style': part.style === 'italic' ? 'italic' : part.style ? 'normal' : undefined,
    'text-decoration': part.decoration,
    color: part.color,
  };
}

function span(part) {
  return element('span', {class: 'flex-span', style: letters(part, undefined)}, part.text ?? '');
}

/** Makes a line's letters smaller until it fits, once it is on the page and whenever its room changes. */
function shrink(line) {
  line.classList.add('flex-shrink');
  let known;
  const fit = () => {
    const room = line.parentElement.clientWidth;
    if (room === known) return;
    known = room;
    line.style.removeProperty('zoom');
    if (line.clientWidth > 0 && line.scrollWidth > line.clientWidth) line.style.zoom = String(line.clientWidth / line.scrollWidth);
  };
  requestAnimationFrame(() => {
    if (line.parentElement) new ResizeObserver(fit).observe(line.parentElement);
  });
}

function button(part, parent, reader) {
  const style = part.style ?? 'link';
  const face = element('button', {
    type: 'button',
    class: `flex-button flex-button-${style} flex-button-${part.height ?? 'md'}`,
    style: {
      'font-size': size(SIZES.font, 'md', part.scaling),
      ...(style === 'link' ? {color: part.color} : {background: part.color}),
    },
    onclick: event => { event.stopPropagation(); reader.tap(part.action); },
  }, element('span', {}, part.action?.label ?? ''));
  if (part.adjustMode === 'shrink-to-fit') shrink(face.firstChild);
  return item(element('div', {class: `flex-press flex-gravity-${part.gravity ?? 'top'}`}, face), part, parent);
}

function image(part, parent, reader) {
  const [width, height] = ratio(part.aspectRatio);
  const picture = element('img', {
    src: reader.picture(part.url), alt: part.action?.label ?? '', decoding: 'sync',
    class: part.aspectMode === 'cover' ? 'flex-cover' : 'flex-fit',
  });
  const frame = element('div', {
    class: 'flex-frame',
    style: {width: length(SIZES.image, part.size ?? 'md'), 'aspect-ratio': `${width} / ${height}`, background: part.backgroundColor},
  }, picture);
  const made = element('div', {class: `flex-image flex-align-${part.align ?? 'center'} flex-gravity-${part.gravity ?? 'top'}`}, frame);
  return item(tappable(made, part.action, reader), part, parent);
}

function ratio(text = '1:1') {
  return text.split(':').map(Number);
}

function video(part, parent, reader) {
  if (!reader.video) return component(part.altContent, parent, reader);
  const [width, height] = ratio(part.aspectRatio ?? '20:13');
  const start = element('button', {type: 'button', class: 'flex-play', 'aria-label': 'play', onclick: event => {
    event.stopPropagation();
    start.parentElement.replaceChildren(element('video', {src: reader.picture(part.url), controls: true, autoplay: true}));
  }});
  const preview = element('img', {src: reader.picture(part.previewUrl), alt: '', class: 'flex-cover', decoding: 'sync'});
  const made = element('div', {class: 'flex-video'},
    element('div', {class: 'flex-frame', style: {width: '100%', 'aspect-ratio': `${width} / ${height}`}}, preview, start));
  if (part.action?.label) {
    made.append(element('button', {type: 'button', class: 'flex-video-action', onclick: () => reader.tap(part.action)}, part.action.label));
  }
  return item(made, part, parent);
}

function icon(part, parent, reader) {
  const [width, height] = ratio(part.aspectRatio);
  const high = size(SIZES.font, part.size ?? 'md', part.scaling);
  const made = element('img', {src: reader.picture(part.url), alt: '', class: 'flex-icon',
    style: {height: high, width: `calc(${high} * ${width / height})`}});
  return item(made, part, parent);
}

function separator(part, parent) {
  const made = element('div', {class: `flex-separator flex-separator-${parent.layout}`, role: 'presentation', style: {background: shade(part.color)}});
  return item(made, {...part, flex: 0}, parent);
}

/** What carries an action can be tapped, by keyboard too. */
function tappable(made, action, reader) {
  if (!action) return made;
  made.classList.add('flex-tappable');
  made.addEventListener('click', event => { event.stopPropagation(); reader.tap(action); });
  if (made.querySelector('button, [tabindex]')) return made;
  made.setAttribute('role', action.type === 'uri' ? 'link' : 'button');
  made.setAttribute('tabindex', '0');
  if (action.label) made.setAttribute('aria-label', `${action.label}${made.textContent ? ` — ${made.textContent}` : ''}`);
  made.addEventListener('keydown', event => {
    if (event.key === 'Enter') reader.tap(action);
  });
  return made;
}
