/**
 * Ways in which Node.js lays out values, named after the first release line that prints so: `n4` is Node.js 4 and `n16` are
 * 16 to 26. Each is modelled on the last release of its line.
 */
export type Profile = (typeof PROFILES)[number];

/** Oldest first. */
export const PROFILES = ['n4', 'n6', 'n8', 'n10', 'n11', 'n12', 'n14', 'n16'] as const;

/** What distinguishes the profiles beside where they break lines. */
export interface Traits {
  /** Items of an array that are printed; the others are counted. */
  readonly maxItems: number;
  /** UTF-16 units of a string that are printed; the others are counted. */
  readonly maxUnits: number;
  /** Which strings stand in which quotes: always `'`, or the first of `'`, `"` and backticks that needs no escape. */
  readonly quotes: 'single' | 'fitting';
  /** How control characters are written: `\u001b`, or `\x1B` and likewise those from U+007F to U+009F. */
  readonly controls: 'unicode' | 'hexadecimal';
  /** Whether a surrogate without its partner is written as `\ud800` rather than as it is. */
  readonly surrogates: 'raw' | 'escaped';
  /** How the key `__proto__` is written. */
  readonly proto: string;
  /** What stands for an array and for an object nested too deep: their class, `[Array]`, or `[Object]` for anything. */
  readonly elided: 'object' | 'kind' | 'class' | 'prefix';
  /** What stands before the bracket of an object without prototype. */
  readonly noPrototype: '' | '[Object: null prototype]';
  /** How a `Uint8Array` prints: like an object with its indexes as keys, with its name alone, or with its length too. */
  readonly bytes: 'object' | 'named' | 'namedUnlessEmpty' | 'counted';
}

const N4: Traits = {
  maxItems: Number.POSITIVE_INFINITY,
  maxUnits: Number.POSITIVE_INFINITY,
  quotes: 'single',
  controls: 'unicode',
  surrogates: 'raw',
  proto: '[__proto__]',
  elided: 'object',
  noPrototype: '',
  bytes: 'object',
};
const N6: Traits = { ...N4, maxItems: 100, proto: '__proto__', bytes: 'named' };
const N8: Traits = { ...N6, elided: 'kind' };
const N10: Traits = {
  ...N8,
  elided: 'class',
  noPrototype: '[Object: null prototype]',
  bytes: 'namedUnlessEmpty',
};
const N11: Traits = { ...N10, quotes: 'fitting' };
const N12: Traits = { ...N11, elided: 'prefix', bytes: 'counted' };
const N14: Traits = { ...N12, controls: 'hexadecimal', proto: "['__proto__']" };
const N16: Traits = { ...N14, surrogates: 'escaped', maxUnits: 10_000 };

/** Read off `lib/util.js` or `lib/internal/util/inspect.js` of Node.js 4.9.1 to 26.10.0, and held against their prints. */
export const TRAITS: Readonly<Record<Profile, Traits>> = {
  n4: N4,
  n6: N6,
  n8: N8,
  n10: N10,
  n11: N11,
  n12: N12,
  n14: N14,
  n16: N16,
};
