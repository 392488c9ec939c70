/**
 * The JavaScript shim: see ../README.md for the contract. One process, one event loop: questions are asked as they come,
 * and printing is synchronous, so prints never mix. driver.json starts it with FORCE_COLOR=0, or an environment that forces
 * colours would have them in the prints.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { builders } from './builders.js';

const require = createRequire(import.meta.url);

// Only `console.log` between `beginPrint` and `endPrint` is a print. What the driver writes by itself goes to standard
// error, and protocol lines go to the real standard output.
const realWrite = process.stdout.write.bind(process.stdout);
let captured;
process.stdout.write = (chunk, encoding, done) => {
  if (captured === undefined) return process.stderr.write(chunk, encoding, done);
  captured.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8'));
  return true;
};

// All that the driver's one HTTP/2 connection carries at once; nothing here limits it.
const CONCURRENCY = 64;

const faunadb = require('faunadb');
const { query: q, values } = faunadb;

// The forms that are not a row of the table.
const forms = {
  object: (form) => mapValues(form.object, expression),
  // Both shapes of `let` are accepted by the builder; an array of bindings and an object each stay what they are.
  let: (form) =>
    q.Let(
      Array.isArray(form.let)
        ? form.let.map((binding) => mapValues(binding, expression))
        : mapValues(form.let, expression),
      expression(form.in),
    ),
  paginate: ({ paginate, ...options }) =>
    Object.keys(options).length === 0
      ? q.Paginate(expression(paginate))
      : q.Paginate(expression(paginate), mapValues(options, expression)),
};

// Literals. A ref, set or query inside another value is such a literal again.
const literals = {
  '@ref': (ref) =>
    typeof ref === 'string' ? q.Ref(ref) : new values.Ref(ref.id, part(ref.collection), part(ref.database)),
  '@ts': (text) => new values.FaunaTime(text),
  '@date': (text) => new values.FaunaDate(text),
  '@bytes': (text) => q.Bytes(Buffer.from(text, 'base64')),
  '@set': (set) => new values.SetRef(mapValues(set, expression)),
  '@query': (lambda) => new values.Query(lambda),
};

class Unsupported extends Error {}

/** Wire JSON → what user code would write: builder calls, the driver's value classes, plain JavaScript values. */
function expression(json) {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(expression);
  const keys = Object.keys(json);
  if (keys.length === 1 && Object.hasOwn(literals, keys[0])) return literals[keys[0]](json[keys[0]]);
  const form = keys.find((key) => Object.hasOwn(forms, key));
  if (form !== undefined && form === keys[0]) return forms[form](json);
  const name = keys.find((key) => builders.has(key) && keys.every((other) => takes(key, other)));
  if (name === undefined) throw new Unsupported(keys[0] ?? '{}');
  const { call, parameters } = builders.get(name);
  return q[call](...parameters.flatMap((parameter) => argument(parameter, json)));
}

function takes(name, key) {
  return key === name || builders.get(name).parameters.some((parameter) => parameter.key === key);
}

function argument({ key, optional, spread }, json) {
  const given = json[key];
  // `{"tokens":null}` is Tokens(): nothing is passed. An absent optional argument is `undefined`, as user code leaves it.
  if (given === undefined || (optional && given === null && Object.keys(json)[0] === key)) {
    if (!optional) throw new Unsupported(`${Object.keys(json)[0]} without ${key}`);
    return Object.keys(json).length > 1 && spread === 'never' ? [undefined] : [];
  }
  if (Array.isArray(given) && (spread === 'always' || (spread === 'unless one' && given.length !== 1)))
    return given.map(expression);
  return [expression(given)];
}

function part(ref) {
  return ref === undefined ? undefined : expression(ref);
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** A decoded value as tagged JSON, walked through the public members of the driver's value classes. */
function tagged(value) {
  if (value === undefined) return { unsaid: 'undefined' };
  if (typeof value === 'number') return { number: Object.is(value, -0) ? '-0' : String(value) };
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(tagged);
  if (value instanceof values.Ref) {
    const { id, collection, database } = value;
    return {
      ref: {
        id,
        ...(collection === undefined ? {} : { collection: tagged(collection) }),
        ...(database === undefined ? {} : { database: tagged(database) }),
      },
    };
  }
  if (value instanceof values.FaunaTime) return { ts: value.value };
  if (value instanceof values.FaunaDate) return { date: value.value };
  if (value instanceof values.Bytes) return { bytes: Buffer.from(value.value).toString('base64') };
  if (value instanceof values.SetRef) return { set: entries(value.value) };
  if (value instanceof values.Query) return { query: value.value };
  return { object: entries(value) };
}

function entries(object) {
  return Object.entries(object).map(([key, member]) => [key, tagged(member)]);
}

/** What `console.log` writes for it, as Base64. */
function print(value) {
  captured = [];
  try {
    console.log(value);
    return Buffer.concat(captured).toString('base64');
  } finally {
    captured = undefined;
  }
}

const raised = (error) => ({ type: error?.name ?? typeof error, message: String(error?.message ?? error) });

const clients = new Map();

function clientFor(endpoint, secret) {
  const key = `${endpoint} ${secret}`;
  // checkNewVersion is off by default; said here so that a changed default cannot reach the network.
  if (!clients.has(key)) clients.set(key, new faunadb.Client({ endpoint, secret, checkNewVersion: false }));
  return clients.get(key);
}

async function answer({ endpoint, secret, query }) {
  let value;
  try {
    value = await clientFor(endpoint, secret).query(expression(query));
  } catch (error) {
    if (error instanceof Unsupported) return { outcome: 'unsupported', what: error.message };
    return { outcome: 'error', raised: raised(error), prints: [print(error), print(error)] };
  }
  const decoded = tagged(value);
  try {
    return { outcome: 'value', decoded, prints: [print(value), print(value)] };
  } catch (error) {
    return { outcome: 'unprintable', decoded, raised: raised(error) };
  }
}

function hello() {
  const locale = new Intl.DateTimeFormat().resolvedOptions();
  return {
    type: 'hello',
    protocol: 1,
    driver: { name: 'javascript', package: 'faunadb', version: require('faunadb/package.json').version },
    runtime: { name: 'Node.js', version: process.versions.node },
    platform: `${process.platform} ${process.arch}`,
    locale: locale.locale,
    timeZone: locale.timeZone,
    concurrency: CONCURRENCY,
    abilities: [...builders.keys(), ...Object.keys(forms)].toSorted(),
  };
}

function reply(message) {
  realWrite(`\x1e${JSON.stringify(message)}\n`);
}

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
lines.on('line', (line) => {
  let id;
  const fault = (error) =>
    reply({ type: 'fault', ...(id === undefined ? {} : { id }), message: String(error?.stack ?? error) });
  try {
    const request = JSON.parse(line);
    id = request.id;
    if (request.type === 'hello') reply(hello());
    else if (request.type === 'ask')
      answer(request).then((result) => reply({ type: 'answer', id, ...result }), fault);
    else fault(`unknown request type ${JSON.stringify(request.type)}`);
  } catch (error) {
    fault(error);
  }
});
lines.on('close', () => process.exit(0));
