import { expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { cs30dev, cs30devOnFramework } from '../../../src/format/cs/dev/index.ts';
import { readDirect } from '../../../src/format/shared/direct/read-direct.ts';
import { describeDirectLaws } from '../direct-laws.ts';
import { hasPlainQueries } from '../path-values.ts';
import { tame } from '../tame.ts';

for (const format of [cs30dev, cs30devOnFramework])
  describeDirectLaws({
    format,
    tame: tame(arbitraryValue().filter(hasPlainQueries)),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }).filter(hasPlainQueries),
    nest: ['[', '1', ']'],
    long: (text) => `"${text}"`,
  });

/** A long text without a string, which could hold the liar. */
const FIELDS = Array.from({ length: 3_000 }, (_, index) => `"a${index}": null`).join(', ');

// Texts that the branch did not write: each is one step from one that it did.
test.each([
  '01',
  '-0.0',
  '1.0',
  '1.10',
  '1e5',
  '"a"b"',
  'Date("2018-13-01")',
  'Date("2018-01-02T")',
  'Time("2018-01-02T03:04:05.10Z")',
  'Ref(id="1", collection = Ref(id="classes"))',
  'Bytes(0x0)',
  'Query(1)',
  '{"a":1}',
  '{"}',
  'null]',
])('a long text with %s is not read', (liar) => {
  const text = `{${FIELDS}, "b": ${liar}}`;
  expect([cs30dev, cs30devOnFramework].map((format) => format.parse(text).ok)).toEqual([false, false]);
});

test.each([
  ['a backslash before the closing quote', '["ends in \\", 1]', '["ends in \\", 1]'],
  ['a quote that is escaped', '["say \\"hi\\", she said", "x"]', '["say \\"hi\\", she said", "x"]'],
  ['keys that hold quotes and braces', '{"a"b}": 1, "}": {}}', '{"a"b}": 1, "}": {}}'],
])('%s is read directly', (_what, text, again) => {
  const reading = readDirect(text, cs30dev.ways);
  expect(reading.ok && cs30dev.ways.printDecoded(reading.value)).toBe(again);
});
