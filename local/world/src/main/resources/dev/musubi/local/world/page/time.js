// Times as the shop's people read them: in the shop's zone, 24 hours.
import {language} from './words.js';
import {shop} from './model.js';

const formatters = new Map();

/** Making a formatter takes a hundred times as long as using it. */
function formatter(locale, options) {
  const key = JSON.stringify([locale, options]);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, options));
  return formatters.get(key);
}

export function format(instant, options) {
  return formatter(language, {timeZone: shop().timeZone, hourCycle: 'h23', ...options}).format(new Date(instant));
}

export const clock = instant => format(instant, {hour: '2-digit', minute: '2-digit'});
export const day = instant => format(instant, {month: 'short', day: 'numeric', weekday: 'short'});
export const moment = instant => `${format(instant, {month: 'numeric', day: 'numeric'})} ${clock(instant)}`;

/** Year, month, day, hour, minute and offset of an instant in the shop's zone. */
export function parts(instant) {
  const found = formatter('en-CA', {timeZone: shop().timeZone, year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset'}).formatToParts(new Date(instant));
  const named = Object.fromEntries(found.map(part => [part.type, part.value]));
  return {...named, offset: named.timeZoneName.replace('GMT', '') || 'Z'};
}

/** The instant of that hour, so many days after the day of `from`, in the shop's zone. */
export function at(from, days, hour) {
  const noon = parts(from);
  const date = new Date(Date.UTC(+noon.year, +noon.month - 1, +noon.day + days)).toISOString().slice(0, 10);
  const {offset} = parts(Date.parse(`${date}T${hour}:00Z`));
  return `${date}T${hour}:00${offset}`;
}
