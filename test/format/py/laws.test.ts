import type * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import type { Format } from '../../../src/format/index.ts';
import { pyFormats, pyVariants } from '../../../src/format/py/index.ts';
import {
  build,
  firstDifference,
  inGeneration,
  show,
  type RefValue,
  type Value,
} from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';

/** Refs that a path can say: no database, and in each name no slash. */
function asPath(ref: RefValue): RefValue {
  const inner = ref.collection;
  const id = typeof ref.id === 'string' ? ref.id.replaceAll('/', '_') || 'x' : ref.id;
  return build.ref(id, inner?.kind === 'ref' ? asPath(inner) : inner);
}

/** The same value with no refs but those that a path can say. */
function withPaths(value: Value): Value {
  switch (value.kind) {
    case 'ref':
      return asPath(value);
    case 'array':
      return { ...value, items: value.items.map(withPaths) };
    case 'object':
    case 'set':
      return { ...value, entries: value.entries.map(([key, inner]) => [key, withPaths(inner)] as const) };
    default:
      return value;
  }
}

function valuesOf({ about }: Format, values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const worded = values.map((value) => inGeneration(value, about.generation));
  return about.generation === 'paths' ? worded.map(withPaths) : worded;
}

describe.each([...pyFormats, ...pyVariants].map((format) => [format.id, format] as const))(
  '%s',
  (_id, format) => {
    describeLaws({
      format,
      values: valuesOf(format, arbitraryValue()),
      unusual: valuesOf(format, arbitraryValue({ names: 'any' })),
      sameButLayout: (left, right) => format.mask(left) === format.mask(right),
    });

    test.each([
      '[',
      '{"a": ',
      "{'a': ",
      "{u'a': ",
      'SetRef(',
      'Ref(id=a, collection=',
      'Query(',
      'ErrorData(',
    ])('is total for a million of %s', (open) => {
      const text = open.repeat(1_000_000);
      const reading = format.parse(text);
      expect(reading.ok && reading.readings.length).toBe(1);
      expect(reading.ok && firstDifference(reading.readings[0], build.str(text))).toBe(undefined);
      expect(reading.ok && reading.onlyAsString?.offset).toBeLessThanOrEqual(text.length);
      const error = format.parseError(text);
      expect(error.ok || error.error.offset <= text.length).toBe(true);
    });

    test('says of an answer that is nested too deep what Python says', () => {
      let deep: Value = build.nul;
      for (let depth = 0; depth < 100_000; depth += 1) deep = build.arr([deep]);
      expect(show(format.project(deep))).toContain('maximum recursion depth exceeded');
    });
  },
);
