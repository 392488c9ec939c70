import { build, type ObjectValue, type Value } from '../../../value/index.ts';
import { render } from './class-value.ts';
import { decode } from '../decode/decode.ts';
import type { Dialect } from '../dialect.ts';

/**
 * An object that is also what the driver leaves of bytes or of a query, since it does not decode them (0.2.2: neither, up to
 * 1.1.2: no queries). Which of the two it was, the text does not tell.
 */
export function withUndecoded(object: ObjectValue, dialect: Dialect): Value {
  const [entry, ...more] = object.entries;
  if (entry === undefined || more.length > 0) return object;
  const [key, value] = entry;
  const { decodesBytes, decodesQueries, id } = dialect.traits;
  if (key === '@bytes' && !decodesBytes && value.kind === 'string' && value.cut === undefined) {
    const bytes = Buffer.from(value.value, 'base64');
    return bytes.toString('base64') === value.value ? build.oneOf([build.bytes(bytes), object]) : object;
  }
  if (key !== '@query' || decodesQueries) return object;
  return build.oneOf([build.opaque('query', id, render(decode(object, dialect), dialect)), object]);
}
