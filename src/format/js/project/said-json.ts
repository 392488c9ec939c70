import { build, type Value } from '../../../value/index.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { asObject } from './as-object.ts';
import type { Dialect } from '../dialect.ts';
import { jsonText } from '../print/json-text.ts';
import { saidRef } from './said-ref.ts';
import {
  BytesSpecial,
  DateSpecial,
  RefSpecial,
  SetSpecial,
  Special,
  TextSpecial,
  TimeSpecial,
} from '../decode/specials.ts';
import { withUndecoded } from './undecoded.ts';

/** What JSON says of something decoded, `SetRef({"match":…})`: everything, but for the kinds of numbers. */
export function saidJson(decoded: unknown, dialect: Dialect): Value {
  if (typeof decoded === 'string') return build.str(wellFormed(decoded));
  if (typeof decoded === 'boolean') return build.bool(decoded);
  if (typeof decoded === 'number') return jsonNumber(decoded);
  if (typeof decoded !== 'object' || decoded === null) return build.nul;
  if (Array.isArray(decoded)) return build.arr(decoded.map((item) => saidJson(item, dialect)));
  if (decoded instanceof Special) return saidSpecial(decoded, dialect);
  const entries = Object.entries(decoded).map(
    ([key, value]) => [wellFormed(key), saidJson(value, dialect)] as const,
  );
  return withUndecoded(asObject(entries), dialect);
}

/** In JSON -0 is `0`, and what is no number is null. */
function jsonNumber(value: number): Value {
  if (!Number.isFinite(value)) return build.nul;
  return value === 0 ? build.oneOf([build.num(0), build.num(-0)]) : build.num(value);
}

function saidSpecial(special: Special, dialect: Dialect): Value {
  if (special instanceof RefSpecial) return saidRef(special, dialect);
  if (special instanceof TimeSpecial) return build.ts(wellFormed(special.value));
  if (special instanceof DateSpecial && typeof special.value === 'string')
    return build.date(wellFormed(special.value));
  if (special instanceof BytesSpecial && special.value instanceof Uint8Array)
    return build.bytes(special.value);
  const { id } = dialect.traits;
  if (special instanceof SetSpecial) {
    const content = saidJson(special.value, dialect);
    return content.kind === 'object'
      ? build.set(content.entries)
      : build.opaque('set', id, wellFormed(jsonText(special, dialect)));
  }
  if (special instanceof TextSpecial && special.of === 'set') return build.opaque('set', id, special.value);
  return build.opaque('query', id, wellFormed(jsonText(special, dialect)));
}
