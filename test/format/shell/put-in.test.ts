import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnprintableValue } from '../../../src/format/index.ts';
import { stringifiedFormat } from '../../../src/format/shell/stringified.ts';
import { putIn, wordFor, WORD_STEM, type Written } from '../../../src/format/shell/stringify/put-in.ts';
import { build } from '../../../src/value/index.ts';

/** The same as the shell does it: one word after the other, each in the whole text. */
function oneByOne(json: string, replacements: readonly string[]): Written {
  let [text, isTrue] = [json, true];
  for (const [index, replacement] of replacements.entries()) {
    const word = `"${wordFor(index)}"`;
    isTrue &&= !/\$[$&`']/.test(replacement) && text.indexOf(word) === text.lastIndexOf(word);
    text = text.replace(word, replacement);
  }
  return { text, isTrue };
}

const words = fc.nat(3).map(wordFor);
/** What may stand in a text that a user has written. */
const usual = fc.constantFrom('a', ' ', '"', '")', '$', '1', '$1', '$<a>', '$$', '$&');
const puzzling = fc.oneof(
  usual,
  fc.constantFrom('$`', "$'", '`', "'", '&', WORD_STEM, `$$${WORD_STEM}$`, '$$0', '$$"'),
  words,
  words.map((word) => `"${word}"`),
  // What puts a word in: of two dollar signs one is left.
  words.map((word) => `"${word.replaceAll('$', '$$$$')}"`),
);
const text = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
const sizes = { minLength: 1, maxLength: 4 };

/** A text of JSON with a word for each replacement in turn, between strings of users. */
function jsonOf(replacements: readonly string[], users: readonly string[]): string {
  return JSON.stringify(
    replacements.map((_replacement, index) => ({
      [users[index] ?? '']: users[index + 1] ?? 0,
      word: wordFor(index),
    })),
    undefined,
    1,
  );
}

describe('texts are put in as if one after the other', () => {
  const runs = { numRuns: 2_000 * Number(process.env['PRINTPROOF_TEST_RUNS'] ?? '1') };

  test('where users write what they usually write', () => {
    fc.assert(
      fc.property(fc.array(text(usual), sizes), fc.array(text(usual), sizes), (replacements, users) => {
        const json = jsonOf(replacements, users);
        expect(putIn(json, replacements)).toStrictEqual(oneByOne(json, replacements));
      }),
      runs,
    );
  });

  test('where they write words and whatever has a meaning', () => {
    fc.assert(
      fc.property(fc.array(text(puzzling), sizes), fc.array(text(puzzling), sizes), (replacements, users) => {
        const json = jsonOf(replacements, users);
        expect(putIn(json, replacements)).toStrictEqual(oneByOne(json, replacements));
      }),
      runs,
    );
  });

  test.each([
    ['a word of a user before its own', [wordFor(0)], ['A("a")'], false],
    ['a word in quotes inside a string', [`"${wordFor(0)}`], ['A("a")'], false],
    ['a word for which there is no text', [wordFor(7)], ['A("a")'], true],
    ['two dollar signs', ['x'], ['A("$$")'], false],
    ['one dollar sign', ['x'], ['A("$1")'], true],
    ['the text behind the word', ['x'], ['A("a")', `A("$'")`, 'A("b")'], false],
    ['a word in a text that is put in', ['x'], [`A("$$${wordFor(1)}$$")`, 'A("b")'], false],
  ])('%s', (_what, users, replacements, isTrue) => {
    const json = jsonOf(replacements, users);
    expect(putIn(json, replacements)).toStrictEqual({ ...oneByOne(json, replacements), isTrue });
  });

  test('but not where each doubles the text', () => {
    const replacements = Array.from({ length: 40 }, () => `A("$'")`);
    expect(() => putIn(jsonOf(replacements, []), replacements)).toThrow(UnprintableValue);
    const refs = build.arr(replacements.map(() => build.ref("$'", build.ref('users', build.ref('classes')))));
    expect(stringifiedFormat.project(refs)).toMatchObject({ kind: 'unsaid' });
  });
});
