import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue } from '../../../src/format/index.ts';
import { readDirect } from '../../../src/format/rb/direct.ts';
import { rbFormats, rbVariants } from '../../../src/format/rb/index.ts';
import { decode } from '../../../src/format/rb/decode.ts';
import { inspect } from '../../../src/format/rb/print.ts';
import { readCarefully } from '../../../src/format/rb/ruby-format.ts';
import type { RubyTraits } from '../../../src/format/rb/traits.ts';
import { build, inGeneration, type Value } from '../../../src/value/index.ts';
import { hasPathsOnly } from '../path-values.ts';
import { arbitraryChange, written } from '../laws.ts';

const PATHS: RubyTraits = { generation: 'paths', ref: 'path', bytes: false, query: false, newHash: false };
const MEMBERS: RubyTraits = {
  generation: 'classes',
  ref: 'members',
  bytes: true,
  query: true,
  newHash: false,
};

const ALL: readonly (readonly [string, RubyTraits])[] = [
  ['rb/2.0', PATHS],
  ['rb/2.4', { ...PATHS, bytes: true, query: true }],
  ['rb/3.0', MEMBERS],
  ['rb/3.0+ruby3.4', { ...MEMBERS, newHash: true }],
];

describe.each(ALL)('direct reading of %s', (_id, traits) => {
  const containers = arbitraryValue({ names: 'any', tagKeys: true })
    .filter((value) => traits.ref !== 'path' || hasPathsOnly(value))
    .map((value) => build.arr([inGeneration(value, traits.generation), build.str('é'), build.double(0.1)]));

  test('reads what the careful reader reads, and nothing that it does not', () => {
    fc.assert(
      fc.property(containers, fc.array(arbitraryChange, { maxLength: 2 }), (value, changes) => {
        const text = changes.reduce((before, change) => change(before), textOf(value, traits) ?? '[]');
        const direct = readDirect(text, traits);
        if (direct === undefined) return;
        const careful = readCarefully(text, traits);
        expect(written(direct)).toBe(careful.ok && written(careful.readings[0]));
      }),
      { numRuns: 1000 },
    );
  });

  test('reads ordinary values', () => {
    const value = build.arr([
      build.obj({ a: build.long(-12), 'b-c': build.str('say "hi" #{x} \n ü'), d: build.double(1.5e300) }),
      build.ts('2018-01-02T03:04:05.123456Z'),
      build.date('0004-02-29'),
      build.ref('1', build.ref('users', build.ref('classes'))),
      build.set({ match: build.ref('all', build.ref('indexes')) }),
      build.double(Number.NEGATIVE_INFINITY),
      build.double(1),
    ]);
    const text = inspect(value, traits);
    expect(inspect(readDirect(text, traits) ?? build.nul, traits)).toBe(text);
  });
});

// Each of these must be left to the careful reader: Ruby would write it otherwise, or it is another value.
test.each([
  '[1, ]',
  '[01]',
  '[-0]',
  '[1.10]',
  '[1.0e5]',
  '[0.00001]',
  '[1e5]',
  '["\\x41"]',
  '["a\\#b"]',
  '["#{x}"]',
  '["\\u0041"]',
  '{:"a"=>1}',
  '{:a-b=>1}',
  '{a: 1}',
  '{:@ref=>1}',
  '{:"@ref"=>1}',
  '[2018-02-30 03:04:05 UTC]',
  '[2018-01-02 03:04:05.10 UTC]',
  '[2018-01-02 03:04:05. UTC]',
  '[#<Date: 2018-01-02 ((2458122j,0s,0n),+0s,2299161j)>]',
  '[#<Date: 1582-10-10 ((2299156j,0s,0n),+0s,2299161j)>]',
  '[#<Fauna::Ref:0x00 @value="classes/users/1">]',
  '[#<Fauna::SetRef:0x00 @id={}>]',
  '[#<Fauna::Bytes:0x00 @bytes="\\x41">]',
  '[#<Fauna::Ref:0x00 @id="1", @class_=1>]',
  '[nil]x',
  '[nil',
])('%s is not read directly', (text) => {
  expect(readDirect(text, MEMBERS)).toBe(undefined);
});

test('a long text of many kinds is read in one way by every id', () => {
  for (const format of [...rbFormats, ...rbVariants].filter(({ id }) => !id.endsWith('puts'))) {
    const items = Array.from({ length: 5_000 }, (_, index) =>
      build.obj({ a: build.long(index), b: build.str('é') }),
    );
    const value = build.arr(items);
    const reading = format.parse(format.print(value));
    expect(reading.ok && written(reading.readings[0])).toBe(written(format.project(value)));
  }
});

function textOf(value: Value, traits: RubyTraits): string | undefined {
  try {
    return inspect(decode(value, traits), traits);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}
