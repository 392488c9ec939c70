import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellingsOf, withoutColours } from '../../src/recognize/spelling.ts';

const BOX = [
  '   ┌──────────────────────────────────────────────────────────────────────────────────────────────┐',
  '   │                                                                                              │',
  '   │   New faunadb version available 4.3.0 → 4.8.2                                                │',
  '   │   Changelog: https://github.com/fauna/faunadb-js/blob/master/CHANGELOG.md                    │',
  '   │                                                                                              │',
  '   └──────────────────────────────────────────────────────────────────────────────────────────────┘',
].join('\n');
const FRAME = [
  `+${'-'.repeat(80)}+`,
  '| New fauna version available 4.5.1 => 4.5.2                                     |',
  '| Changelog: https://github.com/fauna/faunadb-python/blob/v4/CHANGELOG.md        |',
  `+${'-'.repeat(80)}+`,
].join('\n');
const RULES = [
  '',
  '',
  '='.repeat(80),
  'New fauna version available 4.5.0 -> 4.3.0',
  'Changelog: https://github.com/fauna/faunadb-jvm/blob/master/CHANGELOG.md',
  '='.repeat(80),
].join('\n');

describe('a tidy text', () => {
  test.each([
    ['colours', '\u001B[33m1\u001B[39m', '1'],
    ['carriage returns', '{\r\n  a: 1\r\n}\r\n', '{\n  a: 1\n}'],
    ['a carriage return amid a line, which is content', 'a\rb', 'a\rb'],
    ['a byte order mark', '\uFEFF{}', '{}'],
    ['blank lines around, and blanks behind', '\n \n  {}  \n\n', '  {}'],
    ['the box of JavaScript before', `${BOX}\n{ a: 1 }`, '{ a: 1 }'],
    ['the box of JavaScript behind', `{ a: 1 }\n${BOX}\n`, '{ a: 1 }'],
    ['the frame of Python', `${FRAME}\n{'a': 1}\n${FRAME}`, "{'a': 1}"],
    ['the rules of Java', `${RULES}\n{a: 1}`, '{a: 1}'],
    ['a box that tells of no version, which is content', '┌─┐\n│a│\n└─┘', '┌─┐\n│a│\n└─┘'],
    [
      'rules around something else',
      `${'='.repeat(80)}\nx\n${'='.repeat(80)}`,
      `${'='.repeat(80)}\nx\n${'='.repeat(80)}`,
    ],
    ['nothing at all', '\n\n', ''],
  ])('has lost %s', (_what, text, tidy) => {
    expect(spellingsOf(text).tidy.text).toBe(tidy);
  });

  const pieces = fc.constantFrom(
    'a',
    '{',
    '"x y"',
    '\r\n',
    '\n',
    '\u001B[1m',
    '  ',
    `${FRAME}\n`,
    '\uFEFF',
    ': ',
  );
  const texts = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''));

  test('knows where each of its characters stood', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { text: tidy, at } of [spellingsOf(text).tidy, withoutColours(text)])
          for (let offset = 0; offset < tidy.length; offset += 1) expect(text[at(offset)]).toBe(tidy[offset]);
      }),
    );
  });

  test('is tidied no further, and its places grow with its offsets', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tidy } = spellingsOf(text);
        // A mark that stands at the start only now was content before.
        fc.pre(!tidy.text.startsWith('\uFEFF') && !tidy.text.startsWith('\n'));
        expect(spellingsOf(tidy.text).tidy.text).toBe(tidy.text);
        const places = Array.from({ length: tidy.text.length + 1 }, (_, offset) => tidy.at(offset));
        expect(places).toStrictEqual(places.toSorted((left, right) => left - right));
        expect(places.at(-1)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a text on one line', () => {
  test.each([
    [
      '{\n  ref: ref(id = "1",\n    class = ref(id = "c")),\n  ts: 1\n}',
      '{ref: ref(id = "1", class = ref(id = "c")), ts: 1}',
      '{ref: ref(id = "1",class = ref(id = "c")),ts: 1}',
    ],
    ["{'a': 'x\n y',\n'b': 1}", "{'a': 'x\n y', 'b': 1}", "{'a': 'x\n y','b': 1}"],
    ['[ 1,\n  2 ]', '[1, 2]', '[1,2]'],
  ])('%j', (text, blanks, nothing) => {
    expect(
      spellingsOf(text)
        .folded()
        .map((spelling) => spelling.text),
    ).toStrictEqual([blanks, nothing]);
  });

  test('has no other spelling when it is on one line', () => {
    expect(spellingsOf('{ a: 1 }').folded()).toStrictEqual([]);
  });
});
