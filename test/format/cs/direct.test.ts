import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { csNamed } from '../../../src/format/cs/index.ts';
import { readDirect } from '../../../src/format/shared/direct/read-direct.ts';
import { build, type Value } from '../../../src/value/index.ts';
import { describeDirectLaws } from '../direct-laws.ts';
import { hasPathsOnly, hasPlainQueries } from '../path-values.ts';
import { tame } from '../tame.ts';

/** Where arrays do not print their items there is nothing but objects to nest. */
const ARRAYS: readonly [string, string, string] = ['Arr(', 'LongV(1)', ')'];
const OBJECTS: readonly [string, string, string] = ['ObjectV(a: ', 'LongV(1)', ')'];

for (const format of csNamed) {
  const fits = (value: Value): boolean =>
    hasPlainQueries(value) && (format.about.generation !== 'paths' || hasPathsOnly(value));
  const printsArrays = format.print(build.arr([build.nul])) === 'Arr(NullV)';
  describeDirectLaws({
    format,
    tame: tame(arbitraryValue().filter(fits)),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }).filter(fits),
    nest: printsArrays ? ARRAYS : OBJECTS,
    long: (text) => `StringV(${text})`,
  });
}

describe('values of a text that does not look puzzling', () => {
  const values = arbitraryValue({ names: 'any', tagKeys: true });
  test.each(csNamed)('can be decoded: $id', ({ ways }) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = ways.printDecoded(value);
        const direct = readDirect(text, ways);
        if (direct.ok) expect(ways.isDecodable(direct.value, text)).toBe(ways.isDecodable(direct.value));
      }),
    );
  });

  const lost = [
    'ObjectV(a: ObjectV(@ref: NullV))',
    'ObjectV(a: FaunaDate(01/02/0000 00:00:00))',
    'ObjectV(a: FaunaDate(0000-01-02 00:00:00))',
    'ObjectV(a: FaunaDate(0000. 01. 02. 0:00:00))',
    'ObjectV(a: FaunaDate(1/2/0543 00:00:00))',
    'ObjectV(a: FaunaTime(2018-01-02T03:04:05Z))',
  ];
  test.each(lost)('%s is seen to be puzzling', (text) => {
    for (const { id, ways } of csNamed) {
      const direct = readDirect(text, ways);
      if (direct.ok) expect(ways.isDecodable(direct.value, text), id).toBe(ways.isDecodable(direct.value));
    }
  });
});

/** A long text without a string, which could hold the liar. */
const FIELDS = Array.from({ length: 3_000 }, (_, index) => `a${index}: NullV`).join(',');

describe('long texts that no release wrote', () => {
  test.each([
    'LongV(01)',
    'LongV(-0)',
    'DoubleV(1.0)',
    'DoubleV(00)',
    'DoubleV(0.00001)',
    'DoubleV(-0.00001)',
    'DoubleV(-00)',
    'DoubleV(9007199254740993)',
    'FaunaTime(2018-01-02T03:04:05.10Z)',
    'FaunaTime(2018-02-30T03:04:05Z)',
    'FaunaDate(13/13/2018 00:00:00)',
    'BytesV(0x0)',
    'NullV)',
  ])('%s', (liar) => {
    const readers = csNamed.filter((format) => format.parse(`ObjectV(${FIELDS},b: ${liar})`).ok);
    expect(readers.map(({ id }) => id)).toEqual([]);
  });
});
