import { JsonObject, fromWire, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** What a release cannot decode, beside integers beyond 64 bits. */
export interface DecodeLimits {
  /** Bytes are decoded (before 0.4.0 they stay objects), in the URL-safe alphabet. */
  readonly bytes: boolean;
  /** How the body of a query is read: not at all (before 1.1.0), as a map (Java), or as a value (Scala). */
  readonly query: 'tag' | 'map' | 'value';
  /** `{}` cannot be decoded. */
  readonly noEmptyObject?: boolean;
  /** Sets, queries inside other values cannot be decoded. */
  readonly noInnerSet?: boolean;
  readonly noInnerQuery?: boolean;
}

/**
 * Throws where a JVM driver fails while decoding: bytes whose standard Base64, which the server sends, has `+` or `/`
 * (they decode the URL-safe alphabet; spec section 17 item 31, seen 4.5.0), integers beyond 64 bits, queries that are
 * no object, and what `limits` says.
 * @throws UnprintableValue
 */
export function refuseUndecodable(value: Value, limits: DecodeLimits, inside = false): void {
  // No function is made for a value: long prints have millions.
  switch (value.kind) {
    case 'long':
      if (value.value < LONG_MIN || value.value > LONG_MAX)
        throw new UnprintableValue('decode', `Numeric value (${value.value}) out of range of long`);
      return;
    case 'bytes':
      return limits.bytes ? refuseStrangeBase64(value.value) : undefined;
    case 'query':
      if (limits.query !== 'tag' && !(value.body instanceof JsonObject))
        throw new UnprintableValue('decode', 'java.lang.IllegalArgumentException: @query is no object');
      if (inside && limits.noInnerQuery === true) throw unexpectedToken();
      return limits.query === 'map' ? undefined : refuseUndecodable(fromWire(value.body), limits, true);
    case 'array':
      for (const inner of value.items) refuseUndecodable(inner, limits, true);
      return;
    case 'object':
      if (limits.noEmptyObject === true && value.entries.length === 0)
        throw new UnprintableValue('decode', 'java.util.NoSuchElementException');
      for (const [, inner] of value.entries) refuseUndecodable(inner, limits, true);
      return;
    case 'set':
      if (inside && limits.noInnerSet === true) throw unexpectedToken();
      for (const [, inner] of value.entries) refuseUndecodable(inner, limits, true);
      return;
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? undefined : refuseUndecodable(first, limits, inside);
    }
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

function unexpectedToken(): UnprintableValue {
  return new UnprintableValue(
    'decode',
    'com.fasterxml.jackson.databind.JsonMappingException: Unexpected token',
  );
}

function refuseStrangeBase64(bytes: Uint8Array): void {
  const strange = /[+/]/.exec(Buffer.from(bytes).toString('base64'))?.[0];
  if (strange === undefined) return;
  throw new UnprintableValue(
    'decode',
    `java.lang.IllegalArgumentException: Illegal base64 character ${strange.charCodeAt(0).toString(16)}`,
  );
}
