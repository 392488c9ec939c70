import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storableValue } from '../../../src/expect/arbitrary/storable-value.ts';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import {
  fromTagged,
  fromWire,
  readJson,
  show,
  toTagged,
  toWire,
  writeJson,
  type Value,
} from '../../../src/value/index.ts';

describe('arbitraryValue', () => {
  test('makes every kind, containers deeper than Node.js prints, and what has to be quoted, rounded or cut', () => {
    const values = fc.sample(arbitraryValue(), { numRuns: 3000, seed: 1 });
    const kinds = new Set(values.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toStrictEqual([
      'array',
      'boolean',
      'bytes',
      'date',
      'double',
      'long',
      'null',
      'object',
      'query',
      'ref',
      'set',
      'string',
      'ts',
    ]);
    expect(values.filter((value) => depth(value) > 3).length).toBeGreaterThan(30);
    const texts = values.map((value) => writeJson(toWire(value))).join('\n');
    for (const what of [
      '"__proto__"',
      '"10":',
      "'",
      '${',
      '\\ud800',
      '-0.0',
      '9007199254740993',
      '+/8=',
      '"database"',
    ])
      expect(texts).toContain(what);
  });

  test('makes values that survive the wire and tagged JSON', () => {
    fc.assert(
      fc.property(arbitraryValue({ names: 'any', tagKeys: true }), (value) => {
        const wire = readJson(writeJson(toWire(value)));
        expect(wire.ok && show(fromWire(wire.json))).toBe(show(value));
        const tagged = fromTagged(toTagged(value));
        expect(tagged.ok && show(tagged.value)).toBe(show(value));
      }),
    );
  });

  test('keeps to the kinds and to the depth that are asked for', () => {
    fc.assert(
      fc.property(arbitraryValue({ kinds: ['long', 'array'], depth: 2 }), (value) => {
        expect(depth(value)).toBeLessThanOrEqual(2);
        expect(kindsIn(value).filter((kind) => kind !== 'long' && kind !== 'array')).toStrictEqual([]);
      }),
    );
  });

  test('shrinks to the smallest value', () => {
    const property = fc.property(arbitraryValue(), (value) => show(value) === '');
    const { counterexample } = fc.check(property, { seed: 7 });
    expect(counterexample && show(counterexample[0])).toBe('null');
  });
});

describe('storableValue', () => {
  test('has no nulls, no sets, no lambdas, and nothing that UTF-8 cannot carry', () => {
    fc.assert(
      fc.property(storableValue, (value) => {
        expect(kindsIn(value)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(null|set|query)$/)]),
        );
        expect(writeJson(toWire(value))).not.toMatch(/\\ud[89a-f]/);
      }),
    );
  });
});

function children(value: Value): readonly Value[] {
  if (value.kind === 'array') return value.items;
  return value.kind === 'object' ? value.entries.map(([, inner]) => inner) : [];
}

function depth(value: Value): number {
  if (value.kind !== 'array' && value.kind !== 'object') return 0;
  return 1 + Math.max(0, ...children(value).map(depth));
}

function kindsIn(value: Value): Value['kind'][] {
  return [value.kind, ...children(value).flatMap(kindsIn)];
}
