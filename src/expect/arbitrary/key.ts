import * as fc from 'fast-check';
import { arbitraryString } from './string.ts';

const COMMON: readonly string[] = ['a', 'b', 'data', 'ref', 'ts', 'name', 'secret', 'valid_id$', 'instance'];
/** Keys that JavaScript reorders or inherits, that need quotes, or that mean something in FQL. */
const NASTY: readonly string[] = [
  '',
  '0',
  '1',
  '10',
  '9',
  '01',
  '-1',
  '4294967294',
  '4294967295',
  '1.5',
  '__proto__',
  'constructor',
  'toString',
  'needs quote',
  'a-b',
  "it's",
  'dq"',
  'nl\n',
  'é',
  'k: 1, b',
  'object',
  'value',
  'raw',
  'length',
];
const TAGS: readonly string[] = ['@ref', '@obj', '@set', '@ts', '@date', '@bytes', '@query', '@foo'];

/** Keys of objects. Only with `tagKeys` do they start with `@`. */
export function arbitraryKey(
  options: { readonly tagKeys?: boolean; readonly wellFormed?: boolean } = {},
): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...COMMON) },
    { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
    {
      weight: 2,
      arbitrary: arbitraryString(options)
        .filter((text) => text.length < 100)
        .map((text) => text.replace(/^@+/, '')),
    },
    ...(options.tagKeys === true ? [{ weight: 2, arbitrary: fc.constantFrom(...TAGS) }] : []),
  );
}
