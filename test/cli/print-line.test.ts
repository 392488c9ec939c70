import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingJson } from '../../src/cli/finding-json.ts';
import { printLine } from '../../src/cli/print-line.ts';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import { formatOf, formats, type Format } from '../../src/format/index.ts';
import {
  groupOf,
  PrintFinder,
  recognize,
  recognizeErrors,
  type Recognizer,
} from '../../src/recognize/index.ts';
import { tame } from '../format/tame.ts';
import { isNotRead, printOf } from '../recognize/every-format.ts';

function format(id: string): Format {
  const found = formatOf(id);
  if (found === undefined) throw new Error(`there is no format ${id}`);
  return found;
}

const any: Recognizer = {
  isSure: false,
  prints: (text) => recognize(text),
  errors: (text) => recognizeErrors(text),
};

/** The lines that `parse` writes for lines of text, all findings included. */
function parsed(lines: readonly string[], recognizer: Recognizer = any): readonly string[] {
  const finder = new PrintFinder(recognizer);
  return [...lines.flatMap((line) => finder.push(line)), ...finder.end()].map((finding) =>
    findingJson('x', finding, { text: false }),
  );
}

function printedBack(records: readonly string[]): string {
  return records
    .map((record) => {
      const printed = printLine(record, { wire: false });
      return printed.ok ? printed.text : `failed: ${printed.message}`;
    })
    .join('\n');
}

describe('a line of JSON is printed', () => {
  test.each([
    ['a tagged value', '{"long":"9007199254740993"}', 'py/2.7', '9007199254740993'],
    ['a string', '"a"', 'java/2.7', '"a"'],
    ['an array of tagged values', '[{"long":"1"},null]', 'py/2.7', '[1, None]'],
    [
      'an object of the user with a key "value"',
      '{"object":[["value",{"long":"1"}]]}',
      'py/2.7',
      "{'value': 1}",
    ],
    ['a record', '{"file":"x","line":3,"value":true,"before":"> ","after":" <"}', 'py/2.7', '> True <'],
    [
      'a record of a string that begins with blanks',
      '{"formats":["java/2.7"],"value":"  a"}',
      'js/4.3',
      '  a',
    ],
    ['a record without a value', '{"file":"x","line":3,"text":"words"}', 'py/2.7', 'words'],
  ])('%s', (_what, line, id, text) => {
    expect(printLine(line, { format: format(id), wire: false })).toStrictEqual({ ok: true, text });
  });

  test.each([
    ['a value', '{"@ref":{"id":"tokens"}}', 'ref(id = "tokens")'],
    ['an answer', '{"resource":{"@ref":{"id":"tokens"}}}', 'ref(id = "tokens")'],
    ['a long of 64 bits', '9223372036854775807', '9223372036854775807'],
  ])('%s of the wire', (_what, line, text) => {
    expect(printLine(line, { format: format('java/2.7'), wire: true })).toStrictEqual({ ok: true, text });
  });

  test('in the format that a record names first, if no other is asked for', () => {
    const line = '{"formats":["js/4.3","py/2.7"],"value":true}';
    expect(printLine(line, { wire: false })).toStrictEqual({ ok: true, text: 'true' });
    expect(printLine(line, { wire: false, format: format('py/2.7') })).toStrictEqual({
      ok: true,
      text: 'True',
    });
  });
});

describe('a line that cannot be printed says why', () => {
  test.each([
    ['no JSON', '{"a', 'no JSON: line 1'],
    ['no tagged value', '{"lang":"1"}', 'no tagged value: '],
    ['a value that the driver cannot decode', '{"bytes":"//8="}', 'java/2.7 cannot decode this value: '],
  ])('%s', (_what, line, message) => {
    const printed = printLine(line, { format: format('java/2.7'), wire: false });
    expect(printed.ok ? printed.text : printed.message).toContain(message);
  });

  test('no format', () => {
    expect(printLine('1', { wire: true })).toStrictEqual({
      ok: false,
      message: expect.stringContaining('--format'),
    });
  });

  test('a record of a format that is not there', () => {
    expect(() => printLine('{"formats":["js/9"],"value":1}', { wire: false })).toThrow(
      'There is no format "js/9"',
    );
  });
});

describe('parse | print gives the text again', () => {
  test('of a log, lines without prints and words around prints included', () => {
    const lines = [
      'words',
      '2021-11-10 INFO {ref: ref(id = "1", collection = ref(id = "tokens")), ts: 9223372036854775807} (3 ms)',
      '{',
      '  ref: Ref(Tokens(), "309833836335727104"),',
      '  instance: Ref(Collection("characters"), "181388642114077184"),',
      "  secret: 'fnEETMA7ijACAARMwDsk0AYAu4E51VmH1w-Xm7qk8T6eJcbinkI'",
      '}',
      '',
      "  {'a': [1, 2.0, None]}  ",
      '12:00 com.faunadb.client.errors.NotFoundException: instance not found: Document not found.',
      'map[a:b]',
      '1',
      'the end',
    ];
    expect(printedBack(parsed(lines)).split('\n')).toStrictEqual(lines);
  });

  test.each(formats)('of anything that $id prints', (one) => {
    const among = [groupOf(one)];
    const recognizer: Recognizer = {
      isSure: true,
      prints: (text) => recognize(text, { among }),
      errors: () => [],
    };
    fc.assert(
      fc.property(tame(arbitraryValue()), (value) => {
        const text = printOf(one, value);
        // Addresses are no function of a value, so they are printed as a fixed word.
        fc.pre(text !== undefined && one.mask(text) === text && !isNotRead(one, text));
        const [first] = recognize(text, { among });
        fc.pre(first?.fit === 'exact');
        expect(printedBack(parsed(['before', ...text.split('\n'), 'behind'], recognizer))).toBe(
          `before\n${text}\nbehind`,
        );
      }),
      { numRuns: 25 },
    );
  });
});
