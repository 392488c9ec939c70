import type { Answer, Hello, Question } from '../../src/driver/driver.ts';
import { sessionOf } from '../../src/driver/session/session-of.ts';
import { formatOf, UnprintableValue, type Format } from '../../src/format/index.ts';
import type { Participant } from '../../src/run/participant.ts';
import { fromWire, JsonObject, readJson, writeJson, type Json, type Value } from '../../src/value/index.ts';

/** What a lying driver does differently from the honest one; each changes one thing only. */
export interface Lie {
  /** The query that is really sent. */
  readonly sends?: (query: Json) => Json;
  /** How often it sends the query; the last answer counts. */
  readonly times?: number;
  readonly decodes?: (value: Value) => Value;
  /** The two prints, from the honest text. */
  readonly prints?: (text: string) => readonly [string, string];
  readonly printsError?: (text: string) => readonly [string, string];
  /** Instead of an answer. */
  readonly answers?: (question: Question) => Answer | undefined;
}

/**
 * A driver in this process that is what a format's model says: it asks the backend over HTTP, decodes, and prints with
 * `format.print`. With a lie, it is a driver with just one defect.
 */
export function modelDriver(lie: Lie = {}, { name = 'model', format: id = 'py/2.7' } = {}): Participant {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const hello: Hello = {
    protocol: 1,
    driver: { name, package: 'model', version: '1.0.0' },
    runtime: { name: 'Node.js', version: process.versions.node },
    platform: 'any',
    locale: 'C',
    timeZone: 'UTC',
    abilities: [],
    concurrency: 16,
  };
  return {
    name,
    title: name,
    package: 'model',
    version: '1.0.0',
    format: id,
    open: async () => ({
      kind: 'ready',
      session: sessionOf(hello, (question) => answer(question, lie, format)),
    }),
  };
}

async function answer(question: Question, lie: Lie, format: Format): Promise<Answer> {
  const instead = lie.answers?.(question);
  if (instead !== undefined) return instead;
  const sent = writeJson((lie.sends ?? ((query) => query))(question.query));
  let { status, text } = await post(question, sent);
  for (let more = 1; more < (lie.times ?? 1); more++) ({ status, text } = await post(question, sent));
  const reading = readJson(text);
  const body = reading.ok && reading.json instanceof JsonObject ? reading.json : new JsonObject([]);
  const resource = body.get('resource');
  if (resource === undefined) return raised(body, status, lie);
  const honest = fromWire(resource);
  const decoded = (lie.decodes ?? ((value) => value))(honest);
  try {
    return { outcome: 'value', decoded, prints: encode((lie.prints ?? twice)(format.print(honest))) };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { outcome: 'unprintable', decoded, raised: { type: 'Unprintable', message: cause.message } };
  }
}

async function post(
  { endpoint, secret }: Question,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4', connection: 'close' },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** Prints an error as the Python driver 4.5 does: the first element as `ErrorData(…)`. */
function raised(body: JsonObject, status: number, lie: Lie): Answer {
  const errors = body.get('errors');
  const [first] = Array.isArray(errors) ? (errors as readonly Json[]) : [];
  const quote = (json: Json | undefined): string => (json === undefined ? 'None' : pythonText(json));
  const part = (key: string): string => quote(first instanceof JsonObject ? first.get(key) : undefined);
  const hint =
    status === 401
      ? `'Unauthorized. Check that endpoint, schema, port and secret are correct during client’s instantiation'`
      : part('description');
  const text = `ErrorData(code=${part('code')}, description=${hint}, position=${part('position')}, failures=${failuresText(first, 'failures')}, cause=${failuresText(first, 'cause')})`;
  return {
    outcome: 'error',
    raised: { type: 'FaunaError', message: text },
    prints: encode((lie.printsError ?? twice)(text)),
  };
}

function failuresText(element: Json | undefined, key: 'failures' | 'cause'): string {
  const list = element instanceof JsonObject ? element.get(key) : undefined;
  if (!Array.isArray(list)) return 'None';
  const name = key === 'failures' ? 'Failure' : 'ErrorData';
  const keys =
    key === 'failures'
      ? ['code', 'description', 'field']
      : ['code', 'description', 'position', 'failures', 'cause'];
  return `[${(list as readonly Json[])
    .map((one) => {
      const parts = keys.map((part) => {
        const found = one instanceof JsonObject ? one.get(part) : undefined;
        return `${part}=${found === undefined ? 'None' : pythonText(found)}`;
      });
      return `${name}(${parts.join(', ')})`;
    })
    .join(', ')}]`;
}

function pythonText(json: Json): string {
  const py = formatOf('py/2.7');
  return py?.print(fromWire([json])).slice(1, -1) ?? '';
}

function twice(text: string): readonly [string, string] {
  return [text, text];
}

function encode([first, second]: readonly [string, string]): readonly [Uint8Array, Uint8Array] {
  return [Buffer.from(`${first}\n`), Buffer.from(`${second}\n`)];
}
