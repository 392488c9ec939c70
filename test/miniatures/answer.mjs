/**
 * What an honest miniature answers: the driver "wire", which decodes the database's JSON without loss and prints the body
 * as it came (print format http/2.7). An endpoint that is no URL means that there is no database: literals are then their
 * own value, `{"abort": …}` is an error, and anything else is unsupported, so that a test needs no backend.
 */
export async function answerTo({ endpoint, secret, query }) {
  if (/^https?:/.test(endpoint)) return fromDatabase(await post(endpoint, secret, write(query)));
  try {
    return fromDatabase(`{"resource":${write(evaluate(query))}}`);
  } catch (cause) {
    if (cause instanceof Unsupported) return { outcome: 'unsupported', what: cause.message };
    if (cause instanceof Abort) return fromDatabase(abortBody(cause.message));
    throw cause;
  }
}

/** JSON that keeps the text of numbers and the order of members: objects are Maps, numbers are `Numeral`s. */
export function read(text) {
  const marked = text.replace(
    /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g,
    (token, colon) => {
      if (!token.startsWith('"')) return `{"numeral":"${token}"}`;
      return colon === undefined ? token : `"key ${token.slice(1)}`;
    },
  );
  return JSON.parse(marked, (_key, value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    if (value.numeral !== undefined) return new Numeral(value.numeral);
    return new Map(Object.entries(value).map(([key, member]) => [key.slice('key '.length), member]));
  });
}

export function write(json) {
  if (json instanceof Numeral) return json.toString();
  if (Array.isArray(json)) return `[${json.map(write).join(',')}]`;
  if (json instanceof Map)
    return `{${[...json].map(([key, value]) => `${JSON.stringify(key)}:${write(value)}`).join(',')}}`;
  return JSON.stringify(json);
}

class Numeral {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

class Unsupported extends Error {}
class Abort extends Error {}

const abortBody = (description) =>
  JSON.stringify({ errors: [{ position: [], code: 'transaction aborted', description }] });

async function post(endpoint, secret, body) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4' },
    body,
  });
  return response.text();
}

function fromDatabase(body) {
  const envelope = read(body);
  const print = Buffer.from(`${body}\n`).toString('base64');
  const prints = [print, print];
  const [error] = envelope.get('errors') ?? [];
  if (error !== undefined) {
    const raised = { type: error.get('code'), message: error.get('description') };
    return { outcome: 'error', raised, prints };
  }
  return { outcome: 'value', decoded: tagged(envelope.get('resource')), prints };
}

/** The value of an FQL expression made of literals, in wire form. */
function evaluate(expression) {
  if (Array.isArray(expression)) return expression.map(evaluate);
  if (!(expression instanceof Map)) return expression;
  const [[name, content] = ['object', new Map()]] = expression;
  if (name.startsWith('@')) return expression;
  if (name === 'abort') throw new Abort(content);
  if (name !== 'object') throw new Unsupported(name);
  const object = new Map([...content].map(([key, value]) => [key, evaluate(value)]));
  return [...object.keys()].some((key) => key.startsWith('@')) ? new Map([['@obj', object]]) : object;
}

function tagged(json) {
  if (Array.isArray(json)) return json.map(tagged);
  if (json instanceof Numeral) return /[.eE]/.test(json.text) ? { double: json.text } : { long: json.text };
  if (!(json instanceof Map)) return json;
  const [[name, content] = []] = json;
  if (json.size === 1)
    switch (name) {
      case '@ref':
        return ref(content);
      case '@ts':
        return { ts: content };
      case '@date':
        return { date: content };
      case '@bytes':
        return { bytes: content };
      case '@set':
        return { set: entries(content) };
      case '@query':
        return { query: JSON.parse(write(content)) };
      case '@obj':
        return { object: entries(content) };
    }
  return { object: entries(json) };
}

const entries = (object) => [...object].map(([key, value]) => [key, tagged(value)]);

const ref = (content) => ({
  ref: Object.fromEntries([...content].map(([key, value]) => [key, key === 'id' ? value : tagged(value)])),
});
