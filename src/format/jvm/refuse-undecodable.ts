import { JsonObject, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Throws where both JVM drivers fail while decoding: bytes whose standard Base64, which the server sends, has `+` or `/`
 * (they decode the URL-safe alphabet; spec section 17 item 31, seen 4.5.0), integers beyond 64 bits, and queries that are
 * no object.
 * @throws UnprintableValue
 */
export function refuseUndecodable(value: Value): void {
  switch (value.kind) {
    case 'long':
      if (value.value < LONG_MIN || value.value > LONG_MAX)
        throw new UnprintableValue('decode', `Numeric value (${value.value}) out of range of long`);
      return;
    case 'bytes': {
      const strange = /[+/]/.exec(Buffer.from(value.value).toString('base64'))?.[0];
      if (strange !== undefined)
        throw new UnprintableValue(
          'decode',
          `java.lang.IllegalArgumentException: Illegal base64 character ${strange.charCodeAt(0).toString(16)}`,
        );
      return;
    }
    case 'query':
      if (!(value.body instanceof JsonObject))
        throw new UnprintableValue('decode', 'java.lang.IllegalArgumentException: @query is no object');
      return;
    case 'array':
      return value.items.forEach(refuseUndecodable);
    case 'object':
    case 'set':
      return value.entries.forEach(([, inner]) => refuseUndecodable(inner));
    case 'oneOf':
      return value.options.slice(0, 1).forEach(refuseUndecodable);
    case 'null':
    case 'boolean':
    case 'double':
    case 'number':
    case 'string':
    case 'ref':
    case 'ts':
    case 'date':
    case 'uuid':
    case 'opaque':
    case 'unsaid':
      return;
  }
}
