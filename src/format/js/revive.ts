import { inspect } from 'node:util';
import { UnprintableValue } from '../format.ts';
import { BytesStandIn, DateStandIn, QueryStandIn, RefStandIn, SetStandIn, TimeStandIn } from './stand-ins.ts';

/**
 * The driver's JSON reviver (faunadb 4.8.2, src/_json.js), called for every object after its members: the first tag that is
 * found among the keys makes the value, and all other members are dropped without a word. `@obj` is meant to protect
 * user data from that and does not, because what it holds was revived before.
 * @throws UnprintableValue where the driver throws.
 */
export function revive(object: object): unknown {
  const members = new Map<string, unknown>(Object.entries(object));
  if (members.has('@ref')) return reviveRef(members.get('@ref'));
  if (members.has('@obj')) return members.get('@obj');
  if (members.has('@set')) return new SetStandIn(members.get('@set'));
  if (members.has('@ts')) return reviveTime(members.get('@ts'));
  if (members.has('@date')) return new DateStandIn(members.get('@date'));
  if (members.has('@bytes')) return reviveBytes(members.get('@bytes'));
  if (members.has('@query')) return new QueryStandIn(members.get('@query'));
  return object;
}

function reviveRef(content: unknown): RefStandIn {
  if (typeof content !== 'object' || content === null)
    return fail(`TypeError: Cannot use 'in' operator to search for 'collection' in ${String(content)}`);
  const id: unknown = Reflect.get(content, 'id');
  if (!id) return fail('InvalidValue: id cannot be null or undefined');
  // A collection or database that is false, null or empty is left out by the constructor.
  const part = (key: string): unknown => Reflect.get(content, key) || undefined;
  return new RefStandIn(id, part('collection'), part('database'));
}

function reviveTime(content: unknown): TimeStandIn {
  if (typeof content !== 'string') return fail('TypeError: value.charAt is not a function');
  if (content.endsWith('Z')) return new TimeStandIn(content);
  return fail(`InvalidValue: Only allowed timezone is 'Z', got: ${content}`);
}

function reviveBytes(content: unknown): BytesStandIn {
  if (typeof content !== 'string')
    return fail(
      `InvalidValue: Bytes type expect argument to be either Uint8Array|ArrayBuffer|string, got: ${shown(content)}`,
    );
  if (content.length % 4 > 0) return fail('Error: Invalid string. Length must be a multiple of 4');
  return new BytesStandIn(looseBase64(content));
}

function shown(content: unknown): string {
  try {
    return inspect(content);
  } catch (cause) {
    return fail(String(cause));
  }
}

/**
 * Base64 as the driver's base64-js 1.5.1 reads it: what is no letter counts as `A`, everything ends at the first `=`, and four
 * of them after whole groups stand for two zero bytes.
 */
function looseBase64(text: string): Uint8Array {
  const [head = ''] = text.split('=');
  const letters = head.replaceAll(/[^A-Za-z\d+/_-]/g, 'A');
  if (head.length === text.length || head.length % 4 > 0) return Buffer.from(letters, 'base64');
  if (head === '') return fail('RangeError: Invalid typed array length: -1');
  return Buffer.concat([Buffer.from(letters.slice(0, -4), 'base64'), Buffer.alloc(2)]);
}

function fail(message: string): never {
  throw new UnprintableValue('decode', message);
}
