import * as fc from 'fast-check';

/** What some printer, terminal or reader has trouble with. */
const NASTY: readonly string[] = [
  '',
  ' ',
  '  ',
  "it's",
  'say "hi"',
  `both ' and "`,
  'all \' " `',
  `both '" \${x}`,
  '${',
  'back\\slash',
  '\\',
  'nl\nx',
  'cr\r\nx',
  '\n',
  'tab\tx',
  'nul\0x',
  '\u001b[0m',
  '\u007f\u0085\u009f',
  '\u2028',
  '\u200b\ufeff',
  '\u202e',
  '\u00ad',
  '\u3000',
  'é',
  '\u0301',
  '😀',
  '👨‍👩‍👧',
  '\u{10ffff}',
  '\u{e0001}',
  '\ud800',
  '\udc00x',
  'null',
  'None',
  'nil',
  'NullV',
  '<nil>',
  'undefined',
  'true',
  'True',
  '1',
  '-0',
  '1.0',
  '1e+21',
  'NaN',
  '2018-01-02',
  '{}',
  '[]',
  '[Object]',
  'a, b) } ]',
  'x", b: "y',
  '1 b:2',
  'x),b: StringV(y',
  'map[a:1]',
  'Ref(id=1)',
  'Ref(Tokens(), "1")',
  'ref(id = "x")',
  '@ref',
  '%s %d',
  '<script>',
  '…',
];

/** Longer than the 10,000 characters that Node.js prints, and than the 16 from which on it breaks lines. */
const LONG: readonly string[] = [
  'x'.repeat(10_001),
  `${'x'.repeat(9_999)}😀`,
  'line one is here\nline two is here as well\nline three is the last of them\n'.repeat(2),
];

const SURROGATES = 0xd800;
const SURROGATES_END = 0xe000;

/**
 * Strings of any Unicode characters; they shrink towards blanks and letters. `fc.string({unit: 'binary'})` is the same, but
 * makes a table of all 1.1 million characters first, which takes every program that imports this half a second.
 */
const arbitraryCodePoints: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 0x10_ffff - (SURROGATES_END - SURROGATES) }).map(codePoint), { maxLength: 12 })
  .map((points) => String.fromCodePoint(...points));

/** The printable characters of ASCII first, then its control characters, then the others in their order. */
function codePoint(rank: number): number {
  if (rank < 0x5f) return rank + 0x20;
  if (rank < 0x7f) return rank - 0x5f;
  return rank < SURROGATES ? rank : rank + SURROGATES_END - SURROGATES;
}

/** Strings of any UTF-16 units, lone surrogates included, and a good many of the nasty ones. */
export function arbitraryString(options: { readonly wellFormed?: boolean } = {}): fc.Arbitrary<string> {
  const any = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 12 }) },
    { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 2, arbitrary: arbitraryCodePoints },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  );
  return options.wellFormed === true ? any.map(withoutLoneSurrogates) : any;
}

function withoutLoneSurrogates(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\ufffd');
}
