import { inspect } from '../layout/inspect.ts';
import { calledAnew, type Dialect } from '../dialect.ts';
import { expressionText } from '../expression/text.ts';
import { jsonText } from './json-text.ts';
import { refString, refText } from './ref-text.ts';
import { shown } from './show.ts';
import type { Shown } from '../layout/shown.ts';
import {
  BytesSpecial,
  DateSpecial,
  QuerySpecial,
  RefSpecial,
  SetSpecial,
  Special,
  TimeSpecial,
} from '../decode/specials.ts';

/**
 * What a value of the driver's classes prints of itself (src/values.js).
 * @throws TypeError, RangeError where the driver does.
 */
export function specialText(special: Special, dialect: Dialect): string {
  const { traits } = dialect;
  if (special instanceof RefSpecial) return refText(special, dialect, coerced);
  if (special instanceof TimeSpecial) return `Time("${special.value}")`;
  if (special instanceof DateSpecial) return `Date("${coerced(special.value, dialect)}")`;
  if (special instanceof BytesSpecial && special.value instanceof Uint8Array)
    return `Bytes("${Buffer.from(special.value).toString('base64')}")`;
  if (special instanceof QuerySpecial)
    return traits.queries === 'coerced'
      ? `Query("${coerced(special.value, dialect)}")`
      : `Query(${expressionText(special.value, dialect, specialText)})`;
  if (special instanceof SetSpecial) return setText(special, dialect);
  return String(special.value);
}

/** What was decoded as Node.js sees it (`shown`). @throws TypeError, RangeError where a value cannot print itself. */
export function shownOf(decoded: unknown, dialect: Dialect, depth?: number): Shown {
  return shown(decoded, dialect, specialText, depth);
}

function setText({ value }: SetSpecial, dialect: Dialect): string {
  switch (dialect.traits.sets) {
    case 'json':
      return `SetRef(${jsonText(value, dialect)})`;
    case 'console':
      return `SetRef(${inspect(shownOf(value, calledAnew(dialect)), dialect.profile)})`;
    case 'call':
      return expressionText(value, dialect, specialText);
  }
}

/** JavaScript's own conversion to text: `[object Object]`, and of the driver's classes what they print of themselves. */
export function coerced(value: unknown, dialect: Dialect): string {
  if (Array.isArray(value))
    return value
      .map((item: unknown) => (item === null || item === undefined ? '' : coerced(item, dialect)))
      .join(',');
  if (value instanceof RefSpecial) return refString(value, dialect, coerced);
  if (value instanceof Special && dialect.traits.hooks === 'symbol') return specialText(value, dialect);
  return String(value);
}
