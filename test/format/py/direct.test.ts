import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue } from '../../../src/format/index.ts';
import { readDirect } from '../../../src/format/py/direct.ts';
import { pyFormats, pyVariants } from '../../../src/format/py/index.ts';
import { print } from '../../../src/format/py/print.ts';
import { valueReader } from '../../../src/format/py/read-value.ts';
import { PY_0_1_0, PY_1_1, PY_2_0, PY_2_7, type Traits } from '../../../src/format/py/traits.ts';
import { readPrint } from '../../../src/format/shared/read-print.ts';
import { build, inGeneration, type Generation, type Value } from '../../../src/value/index.ts';
import { arbitraryChange, written } from '../laws.ts';

const ALL: readonly (readonly [string, Traits, Generation])[] = [
  ['py/0.1.0', PY_0_1_0, 'paths'],
  ['py/1.1', PY_1_1, 'paths'],
  ['py/2.0', PY_2_0, 'classes'],
  ['py/2.7', PY_2_7, 'collections'],
  ['py/2.7+py2', { ...PY_2_7, isPython2: true }, 'collections'],
];

describe.each(ALL)('direct reading of %s', (_id, traits, generation) => {
  const containers = arbitraryValue({ names: 'any', tagKeys: true }).map((value) =>
    build.arr([inGeneration(value, generation), build.str('é'), build.double(0.1)]),
  );

  test('reads what the careful reader reads, and nothing that it does not', () => {
    fc.assert(
      fc.property(containers, fc.array(arbitraryChange, { maxLength: 2 }), (value, changes) => {
        const printed = textOf(value, traits);
        const text = changes.reduce((before, change) => change(before), printed ?? '[]');
        const direct = readDirect(text, traits);
        if (direct === undefined) return;
        const careful = readPrint(text, {
          read: valueReader(traits),
          print: (one) => print(one, traits),
          firstChange: (one, again) => (one === again ? undefined : 0),
        });
        expect(written(direct)).toBe(careful.ok && written(careful.readings[0]));
      }),
      { numRuns: 1000 },
    );
  });
});

// Each of these must be left to the careful reader: Python would write it otherwise, or it is another value.
test.each([
  "['a', ]",
  '["a"]',
  '[01]',
  '[-0]',
  '[1.0e5]',
  '[1.10]',
  '[0.00001]',
  "['\\x41']",
  "{'a': 1, 'a': 2}",
  "{'@ref': 1}",
  '[Ref(id=TOKENS)]',
  "[FaunaTime('2018-01-02T03:04:05+00:00')]",
  '[datetime.date(2018, 01, 2)]',
  '[datetime.date(2018, 2, 30)]',
  "[bytearray(b'\\x41')]",
  '[None]x',
])('%s is not read directly', (text) => {
  expect(readDirect(text, PY_2_7)).toBe(undefined);
});

test('a long text of many kinds is read in one way by every id', () => {
  for (const format of [...pyFormats, ...pyVariants]) {
    const items = Array.from({ length: 5_000 }, (_, index) =>
      build.obj({ a: build.long(index), b: build.str('é') }),
    );
    const value = build.arr(items);
    const reading = format.parse(format.print(value));
    expect(reading.ok && written(reading.readings[0])).toBe(written(format.project(value)));
  }
});

function textOf(value: Value, traits: Traits): string | undefined {
  try {
    return print(value, traits);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}
