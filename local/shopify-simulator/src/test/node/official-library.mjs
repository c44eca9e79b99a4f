// Shopify's official library looks at what the simulator made and signs something itself. Reads a task as JSON on stdin, and
// writes what it found as JSON on stdout; the library's folder is the first argument.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const task = JSON.parse(readFileSync(0, 'utf8'));
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [task.now] : parts));
  }

  static now() {
    return task.now;
  }
};

const require = createRequire(process.argv[2] + '/package.json');
require('@shopify/shopify-api/adapters/node');
const {shopifyApi} = require('@shopify/shopify-api');
const {setAbstractFetchFunc, createSHA256HMAC, HashFormat} = require('@shopify/shopify-api/runtime');

setAbstractFetchFunc((url, init) => fetch(String(url).replace(`https://${task.domain}`, task.base), init));
const shopify = shopifyApi({
  apiKey: task.clientId,
  apiSecretKey: task.clientSecret,
  hostName: 'app.example.com',
  apiVersion: '2026-10',
  isEmbeddedApp: false,
  logger: {log: () => {}},
});

const text = (base64) => Buffer.from(base64, 'base64').toString('utf8');
const query = (raw) => {
  const all = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    all[name] = name in all ? [].concat(all[name], value) : value;
  }
  return all;
};

async function webhook({headers, body}) {
  return shopify.webhooks.validate({
    rawBody: text(body),
    rawRequest: {headers, url: '/', method: 'POST'},
    rawResponse: {},
  });
}

async function proxy(raw) {
  return shopify.utils.validateHmac(query(raw), {signator: 'appProxy'});
}

async function signed() {
  const parameters = `extra=1&extra=2&logged_in_customer_id=7001&path_prefix=%2Fapps%2Fline&shop=${task.domain}`
    + `&timestamp=${Math.floor(task.now / 1000)}`;
  const message = Object.entries(query(parameters))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`)
    .join('');
  const body = JSON.stringify({name: '花 & <太郎>', path: 'a/b'});
  return {
    body,
    hmac: await createSHA256HMAC(task.clientSecret, body, HashFormat.Base64),
    query: `${parameters}&signature=${await createSHA256HMAC(task.clientSecret, message, HashFormat.Hex)}`,
  };
}

async function adminApi() {
  const {session} = await shopify.auth.clientCredentials({shop: task.domain});
  const client = new shopify.clients.Graphql({session});
  const {data} = await client.request('query($id: ID!) { customer(id: $id) { id tags } shop { name } }', {
    variables: {id: task.customer},
  });
  return {scope: session.scope, data};
}

const found = {
  webhooks: await Promise.all(task.webhooks.map(webhook)),
  tampered: await webhook({...task.webhooks[0], body: Buffer.from('{}').toString('base64')}),
  proxies: await Promise.all(task.proxies.map(proxy)),
  forged: await proxy(task.proxies[0].replace('logged_in_customer_id=', 'logged_in_customer_id=1')),
  tokens: await Promise.all(task.tokens.map((t) => shopify.session.decodeSessionToken(t))),
  signed: await signed(),
  adminApi: await adminApi(),
};
process.stdout.write(JSON.stringify(found));
