import { build, fromWire, type Entry, type Value } from '../../../value/index.ts';
import { projectString } from '../../shared/lone-surrogates.ts';
import { likeliest, options } from '../../shared/options.ts';
import { doubleText, readDoubles, readPlainDouble, type DoubleStyle } from '../double-text.ts';
import { timeText } from '../print.ts';
import { printDev, sorted } from './print.ts';

const ID = 'cs/3.0-dev';
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** What a print of the development branch leaves of a value. */
export function projectDev(value: Value, style: DoubleStyle): Value {
  const inner = (one: Value): Value => projectDev(one, style);
  const entries = (list: readonly Entry[]): Entry[] => sorted(list).map(([key, one]) => [key, inner(one)]);
  switch (value.kind) {
    case 'string':
      return projectString(value.value, '\ufffd');
    case 'long':
      return numberOf(String(value.value), style) ?? value;
    case 'double':
      return numberOf(doubleText(value.value, style), style) ?? value;
    case 'array':
      return build.arr(value.items.map(inner));
    case 'object':
      return objectOf(
        value.ordered === false
          ? value.entries.map(([key, one]): Entry => [key, inner(one)])
          : entries(value.entries),
      );
    case 'ts':
      return build.ts(timeText(value.text), 100);
    case 'set':
      return opaqueOf('set', printDev(value, style).slice('SetRef('.length, -1));
    case 'query':
      return opaqueOf('query', printDev(fromWire(value.body), style));
    case 'uuid':
      return objectOf([['@uuid', build.str(value.text)]]);
    case 'oneOf':
      return options(value.options.map(inner));
    case 'null':
    case 'boolean':
    case 'number':
    case 'bytes':
    case 'ref':
    case 'date':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

/** A set or query, of which the text is kept: keys in it are not escaped, longs and doubles print alike. */
export function opaqueOf(kind: 'set' | 'query', text: string): Value {
  return build.opaque(kind, ID, text);
}

/** How a number begins and goes on: not yet that it is written as a runtime writes it. */
export const NUMBER = /-?(?:\d[\d.]*(?:E[+-]\d+)?|Infinity)|NaN/y;

/** A long and a double may print alike: what is written stands for both. `undefined`: for neither. */
export function numberOf(text: string, style: DoubleStyle): Value | undefined {
  const plain = readPlainDouble(text, style);
  if (plain !== undefined)
    // No long is written -0.
    return Number.isInteger(plain) && !Object.is(plain, -0)
      ? build.oneOf([build.long(BigInt(text)), build.double(plain)])
      : build.double(plain);
  const long = /^-?\d+$/.test(text) ? BigInt(text) : undefined;
  const isLong = long !== undefined && String(long) === text && long >= LONG_MIN && long <= LONG_MAX;
  const doubles = readDoubles(text, style).map(build.double);
  const found = [...(isLong ? [build.long(long)] : []), ...doubles];
  return found.length === 0 ? undefined : build.oneOf(found);
}

/** An object, whose order is lost; of one member `@uuid`, the driver knowing no such tag, also that. */
export function objectOf(entries: readonly Entry[]): Value {
  const object: Value = entries.length < 2 ? build.obj(entries) : { kind: 'object', entries, ordered: false };
  const [[tag, content] = [], ...others] = entries;
  if (tag !== '@uuid' || content === undefined || others.length > 0) return object;
  const inner = likeliest(content);
  return inner.kind === 'string' ? options([object, build.uuid(inner.value)]) : object;
}
