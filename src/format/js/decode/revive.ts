import { UnprintableValue } from '../../format.ts';
import { toByteArray } from './base64.ts';
import { collectionKey, makeRef } from './decode-ref.ts';
import type { Dialect } from '../dialect.ts';
import { noProperty } from '../print/faults.ts';
import { jsonText } from '../print/json-text.ts';
import { inspect } from '../layout/inspect.ts';
import { shownOf } from '../print/special-text.ts';
import { BytesSpecial, DateSpecial, QuerySpecial, RefSpecial, SetSpecial, TimeSpecial } from './specials.ts';

/**
 * The driver's JSON reviver (src/_json.js), called for every object after its members: the first tag that is found among the
 * keys makes the value, and all other members are dropped without a word. `@obj` is meant to protect user data from that
 * and does not, because what it holds was revived before.
 * @throws UnprintableValue where the driver throws.
 */
export function revive(object: object, dialect: Dialect): unknown {
  const { traits } = dialect;
  const members = new Map<string, unknown>(Object.entries(object));
  if (members.has('@ref')) return reviveRef(members.get('@ref'), dialect);
  if (members.has('@obj')) return members.get('@obj');
  if (members.has('@set')) return new SetSpecial(members.get('@set'));
  if (members.has('@ts')) return reviveTime(members.get('@ts'), dialect);
  if (members.has('@date')) return new DateSpecial(members.get('@date'));
  if (members.has('@bytes') && traits.decodesBytes) return reviveBytes(members.get('@bytes'), dialect);
  if (members.has('@query') && traits.decodesQueries) return new QuerySpecial(members.get('@query'));
  return object;
}

function reviveRef(content: unknown, dialect: Dialect): RefSpecial {
  if (dialect.traits.generation === 'paths') return new RefSpecial(joined(content));
  const key = collectionKey(dialect);
  if (typeof content !== 'object' || content === null)
    return fail(`TypeError: Cannot use 'in' operator to search for '${key}' in ${String(content)}`);
  const id: unknown = Reflect.get(content, 'id');
  if (!id) return fail('InvalidValue: id cannot be null or undefined');
  return makeRef(id, Reflect.get(content, key), Reflect.get(content, 'database'), dialect);
}

/** The path of a ref, `[content].join('/')`: whatever there is, as JavaScript turns it into text. */
function joined(content: unknown): string {
  if (content instanceof RefSpecial) return joined(content.value);
  if (Array.isArray(content)) return content.map(joined).join(',');
  return content === null || content === undefined ? '' : asText(content);
}

/** JavaScript's own conversion to text, `[object Object]` included. */
function asText(value: unknown): string {
  try {
    return String(value);
  } catch (cause) {
    return fail(String(cause));
  }
}

export function reviveTime(content: unknown, dialect: Dialect): TimeSpecial {
  if (content === null) return fail(String(noProperty('null', 'charAt', dialect)));
  if (typeof content !== 'string') return fail('TypeError: value.charAt is not a function');
  if (content.endsWith('Z')) return new TimeSpecial(content);
  return fail(`InvalidValue: Only allowed timezone is 'Z', got: ${content}`);
}

function reviveBytes(content: unknown, dialect: Dialect): BytesSpecial {
  if (typeof content !== 'string')
    return fail(
      `InvalidValue: Bytes type expect argument to be either Uint8Array|ArrayBuffer|string, got: ${shown(content, dialect)}`,
    );
  const bytes = toByteArray(content);
  return typeof bytes === 'string' ? fail(bytes) : new BytesSpecial(bytes);
}

function shown(content: unknown, dialect: Dialect): string {
  try {
    return dialect.traits.hooks === 'method'
      ? jsonText(content, dialect)
      : inspect(shownOf(content, dialect), dialect.profile);
  } catch (cause) {
    return fail(String(cause));
  }
}

function fail(message: string): never {
  throw new UnprintableValue('decode', message);
}
