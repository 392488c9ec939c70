import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import { formatOf, formats, variants, type Format } from '../../src/format/index.ts';
import { familyOf } from '../../src/format/newest-of.ts';
import type { Value } from '../../src/value/index.ts';
import { arbitraryChange, runsOf } from './laws.ts';
import { textOf, violation } from './leniencies.ts';
import { hasPathsOnly } from './path-values.ts';

/** Their readers take samples that were laid out and cut by hand; they have laws of their own. */
const OTHERS = new Set(['js', 'shell']);
const held = [...formats, ...variants].filter((format) => !OTHERS.has(familyOf(format)));

describe('what is taken and never written is listed', () => {
  test.each(held.map((format) => [format.id, format] as const))('%s', (_id, format) => {
    const fits = (value: Value): boolean => format.about.generation !== 'paths' || hasPathsOnly(value);
    const values = fc
      .oneof(arbitraryValue(), arbitraryValue({ names: 'any', tagKeys: true }))
      .filter(fits)
      .map((value) => textOf(format, value) ?? '');
    fc.assert(
      fc.property(values, fc.array(arbitraryChange, { maxLength: 2 }), (text, changes) => {
        const changed = changes.reduce((before, change) => change(before), text);
        expect(violation(format, changed)).toBeUndefined();
      }),
      runsOf(format),
    );
  });
});

describe('a leniency that is not listed', () => {
  const strict = (id: string): Format => {
    const format = formatOf(id);
    if (format === undefined) throw new Error(`no format ${id}`);
    return { ...format, about: { ...format.about, leniencies: [] } };
  };

  test.each([
    ['go/2.7', '{1 0xc000109bc0 0xc000109bc0 <nil>}'],
    ['go/1.0', 'map[:x]'],
    ['go/3.0', 'Obj{"b": 1, "a": 2}'],
    ['java/2.7', '{\n  a: 1\n}'],
    ['java/2.7', '[0xfb 0xff]'],
    ['cs/2.9', 'ObjectV(@ref: LongV(1))'],
    ['swift/2.0', '["a\ud800": x]'],
    ['rb/3.0', '#<Fauna::SetRef:0x00aa @value={}>'],
    ['http/2.7', '{"a": 1}'],
  ])('of %s fails: %s', (id, text) => {
    expect(violation(strict(id), text)).toBeDefined();
    expect(formatOf(id) && violation(formatOf(id) ?? strict(id), text)).toBeUndefined();
  });
});
