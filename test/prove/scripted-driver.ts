import type { Answer, Hello, Question } from '../../src/driver/driver.ts';
import { sessionOf } from '../../src/driver/session/session-of.ts';
import { formatOf, UnprintableValue, type Format } from '../../src/format/index.ts';
import type { LiveDriver } from '../../src/prove/live-driver.ts';
import { fromWire, JsonObject, readJson, writeJson, type Value } from '../../src/value/index.ts';

type Env = Readonly<Record<string, string>>;

/** What a lying driver does otherwise than its format's model; each changes one thing only. */
export interface Lie {
  /** What it prints in place of the model's text. */
  readonly prints?: (text: string, value: Value, env: Env) => string;
  /** What it prints when it prints the same value once more. */
  readonly printsAgain?: (text: string) => string;
  /** In place of an answer. */
  readonly answers?: (value: Value) => Answer | undefined;
}

/** A driver in this process that asks over HTTP, and prints what its format's model says, but for a lie. */
export function scriptedDriver(id: string, lie: Lie = {}, version = '1.0.0'): LiveDriver {
  const format = needed(id);
  return {
    name: 'scripted',
    title: 'Scripted',
    format: id,
    isAsked: true,
    open: (env) => {
      const hello: Hello = {
        protocol: 1,
        driver: { name: 'scripted', package: 'scripted', version },
        runtime: { name: 'Node.js', version: process.versions.node },
        platform: 'any',
        locale: env['LC_ALL'] ?? 'C.UTF-8',
        timeZone: env['TZ'] ?? 'UTC',
        abilities: [],
        concurrency: 4,
      };
      return Promise.resolve({
        kind: 'ready',
        session: sessionOf(hello, (question) => answer(question, format, lie, env)),
      });
    },
  };
}

/** The format of that id, which must be there. */
export function needed(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}

async function answer(
  { endpoint, secret, query }: Question,
  format: Format,
  lie: Lie,
  env: Env,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4' };
  const response = await fetch(endpoint, { method: 'POST', headers, body: writeJson(query) });
  const reading = readJson(await response.text());
  const resource =
    reading.ok && reading.json instanceof JsonObject ? reading.json.get('resource') : undefined;
  if (resource === undefined) throw new Error('the server answered no resource');
  const value = fromWire(resource);
  const instead = lie.answers?.(value);
  if (instead !== undefined) return instead;
  try {
    const text = format.print(value);
    const first = lie.prints?.(text, value, env) ?? text;
    return {
      outcome: 'value',
      decoded: value,
      prints: [bytes(first), bytes(lie.printsAgain?.(first) ?? first)],
    };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    const raised = { type: 'Unprintable', message: cause.message };
    return cause.where === 'print'
      ? { outcome: 'unprintable', decoded: value, raised }
      : { outcome: 'error', raised, prints: [bytes(cause.message), bytes(cause.message)] };
  }
}

function bytes(text: string): Uint8Array {
  return Buffer.from(`${text}\n`);
}
