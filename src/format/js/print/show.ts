import { depthOf, printsItself, type Dialect } from '../dialect.ts';
import { TRAITS } from '../layout/profile.ts';
import type { Shown } from '../layout/shown.ts';
import { Special } from '../decode/specials.ts';

/** What a value of the driver's classes prints of itself; throws where that fails. */
export type TextOf = (special: Special, dialect: Dialect) => string;

/**
 * What was decoded as Node.js sees it. Of what it will not print, being nested too deep or too far behind in an array,
 * nothing is asked: what could not print itself there does no harm.
 * @throws TypeError, RangeError where a value cannot print itself.
 */
export function shown(
  decoded: unknown,
  dialect: Dialect,
  textOf: TextOf,
  depth: number = depthOf(dialect),
): Shown {
  if (typeof decoded !== 'object' || decoded === null) return primitive(decoded);
  if (decoded instanceof Special) return shownSpecial(decoded, dialect, textOf, depth);
  const inside = (value: unknown): Shown => shown(value, dialect, textOf, depth - 1);
  if (Array.isArray(decoded)) {
    if (depth < 0) return { kind: 'array', items: decoded.slice(0, 1).map(() => 0) };
    const { maxItems } = TRAITS[dialect.profile];
    return { kind: 'array', items: decoded.map((item, index) => (index < maxItems ? inside(item) : 0)) };
  }
  if (decoded instanceof Uint8Array) return { kind: 'bytes', bytes: decoded };
  const entries: readonly (readonly [string, unknown])[] = Object.entries(decoded);
  return {
    kind: 'object',
    entries:
      depth < 0
        ? entries.slice(0, 1).map(([key]) => [key, 0] as const)
        : entries.map(([key, value]) => [key, inside(value)] as const),
  };
}

function shownSpecial(special: Special, dialect: Dialect, textOf: TextOf, depth: number): Shown {
  const { className } = special;
  if (className === undefined || printsItself(className, dialect))
    return { kind: 'text', text: textOf(special, dialect) };
  const value = depth < 0 ? 0 : shown(special.value, dialect, textOf, depth - 1);
  return { kind: 'object', className, entries: [['value', value]] };
}

function primitive(decoded: unknown): Shown {
  switch (typeof decoded) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return decoded;
    default:
      return null;
  }
}
