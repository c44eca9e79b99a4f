// The lengths behind LINE's keywords, in CSS pixels.
// https://developers.line.biz/en/reference/messaging-api/#flex-message

const FONTS = {xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74};

export const SIZES = {
  bubble: {nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386},
  space: {none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20},
  border: {none: 0, light: 0.5, normal: 1, medium: 2, 'semi-bold': 3, bold: 4},
  image: {xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, '3xl': 180, '4xl': 200, '5xl': 220, full: '100%'},
  font: FONTS,
};

/** A keyword, pixels or a share, as CSS; undefined where nothing was said. */
export function length(keywords, said) {
  if (said === undefined || said === null) return undefined;
  const known = keywords[said];
  if (known === undefined) return String(said);
  return typeof known === 'number' ? `${known}px` : known;
}

/** A font's or an icon's size; with `scaling` it follows the reader's own font size. */
export function size(keywords, said, scaling) {
  const plain = length(keywords, said);
  return plain && scaling ? `calc(${plain} * var(--flex-font-scale, 1))` : plain;
}

/** Where a component stands: in the flow, moved from there, or free of it. */
export function place(part) {
  const absolute = part.position === 'absolute';
  const offsets = {
    top: length(SIZES.space, part.offsetTop),
    bottom: length(SIZES.space, part.offsetBottom),
    'inset-inline-start': length(SIZES.space, part.offsetStart),
    'inset-inline-end': length(SIZES.space, part.offsetEnd),
  };
  const moved = Object.values(offsets).some(value => value !== undefined);
  return {...offsets, position: absolute ? 'absolute' : moved ? 'relative' : undefined};
}

/** A box's padding; a block's outermost box has some of its own. */
export function block(parent, part) {
  const small = ['nano', 'micro'].includes(parent.bubble);
  const own = {header: small ? 10 : 20, body: small ? 10 : 20, footer: 10}[parent.block];
  const all = length(SIZES.space, part.paddingAll) ?? (own === undefined ? undefined : `${own}px`);
  return {
    'padding-top': length(SIZES.space, part.paddingTop) ?? all,
    'padding-bottom': length(SIZES.space, part.paddingBottom) ?? all,
    'padding-inline-start': length(SIZES.space, part.paddingStart) ?? all,
    'padding-inline-end': length(SIZES.space, part.paddingEnd) ?? all,
  };
}

/** A separator's colour. */
export function shade(said) {
  return said ?? '#d4d6da';
}
