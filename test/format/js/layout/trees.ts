import fc from 'fast-check';
import type { Shown, ShownObject } from '../../../../src/format/js/layout/shown.ts';

/**
 * Arbitrary trees: deep, wide, with texts of every kind that a layout minds. Characters that an older Unicode does not have are
 * left out, because their width depends on the release of Node.js within one profile.
 */

/* Spelled as escapes, because they are hard to see: NUL, escape, delete, NEL, line separator, zero-width space and joiner. */
const AWKWARD = [
  '\0', '\b', '\t', '\n', '\n', '\n', '\f', '\r', '\x0b', '\x1b', '\x1b[1m', '\x7f', '\x85', '\xa0', '\u2028', '\u200b', '\u200d',
  "'", '"', '`', '${', '\\', '\\n', '\ud800', '\udc00', '\u{1F600}', '\u{1F468}\u200d\u{1F469}', '\u4e2d', '\uff21',
  'e\u0301', '\u0301', '\u00a9', '\u00ae', '\u1100\u1161', '\u0e33', '__proto__', ' ', ' ', 'a', 'Z', '_', '$', '0', '7', '-', '.', ',', '%s',
]; // prettier-ignore

/** UTF-16 with what needs escapes, and words and lines of every length. */
const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...AWKWARD), { maxLength: 12 }).map((parts) => parts.join('')),
  },
  { weight: 4, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{0,4}( [a-z\n]{0,20}){0,12}$/) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...AWKWARD, 'x'), fc.integer({ min: 1, max: 140 }))
      .map(([part, times]) => part.repeat(times)),
  },
);

const key = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z_A-Z][a-zA-Z0-9_]{0,9}$/) },
  { weight: 3, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'inspect', 'toString', 'length', 'valueOf'),
  },
);

const number = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(-0, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-7),
);

const leaf: fc.Arbitrary<Shown> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Shown>(null, undefined, true, false) },
  { weight: 4, arbitrary: number },
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: text.map((own): Shown => ({ kind: 'text', text: own })) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 12 }).map((bytes): Shown => ({ kind: 'bytes', bytes })),
  },
);

const someClassName = fc.constantFrom(undefined, undefined, undefined, 'Ref', 'FaunaTime', 'SetRef', null);

/** Items alike, as columns need them: more than six, sometimes more than are printed. */
const alike: fc.Arbitrary<readonly Shown[]> = fc
  .tuple(
    fc.constantFrom<fc.Arbitrary<Shown>>(
      number,
      fc.integer({ min: 0, max: 1000 }),
      text,
      fc.string({ maxLength: 8 }),
      leaf,
    ),
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 5, max: 40 }) },
      { weight: 1, arbitrary: fc.integer({ min: 95, max: 130 }) },
    ),
  )
  .chain(([item, length]) => fc.array(item, { minLength: length, maxLength: length }));

/** Trees of at most `depth` levels. */
export function trees(depth: number): fc.Arbitrary<Shown> {
  if (depth === 0) return leaf;
  const inner = trees(depth - 1);
  const items = fc.oneof(
    { weight: 3, arbitrary: fc.array(inner, { maxLength: 8 }) },
    { weight: 1, arbitrary: alike },
  );
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    { weight: 2, arbitrary: items.map((of): Shown => ({ kind: 'array', items: of })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.uniqueArray(fc.tuple(key, inner), { maxLength: 7, selector: ([name]) => name }),
          someClassName,
        )
        .map(([entries, name]) => object(entries, name)),
    },
  );
}

/** An object in the order in which JavaScript keeps its keys. */
function object(entries: readonly (readonly [string, Shown])[], className?: string | null): ShownObject {
  const values = new Map(entries);
  const ordered = Object.keys(Object.fromEntries(entries.map(([name]) => [name, 0])));
  return {
    kind: 'object',
    entries: ordered.map((name) => [name, values.get(name)] as const),
    ...(className === undefined ? {} : { className }),
  };
}

/** Longer than what Node.js prints of a string, of an array and of bytes. */
export const giants: fc.Arbitrary<Shown> = fc.oneof(
  fc
    .tuple(text, fc.integer({ min: 9990, max: 10_020 }))
    .map(([part, length]) => (part || 'x').repeat(length).slice(0, length)),
  fc.uint8Array({ minLength: 90, maxLength: 130 }).map((bytes): Shown => ({ kind: 'bytes', bytes })),
  alike.map((items): Shown => ({ kind: 'array', items })),
);
