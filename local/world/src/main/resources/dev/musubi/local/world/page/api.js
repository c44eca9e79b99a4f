// Calls of the local world's interface; a refusal becomes an Error with the world's own sentence.
import {say} from './words.js';

export async function call(path, body) {
  const answer = await fetch(path, body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)})
    .catch(() => { throw new Error(say('offline')); });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.error ?? `${answer.status} ${path}`);
  return json;
}

export const get = (path, parameters = {}) => call(`${path}?${new URLSearchParams(parameters)}`);
