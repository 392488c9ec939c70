import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import {
  build,
  fromWire,
  inGeneration,
  readJson,
  toTagged,
  toWire,
  writeJson,
  type Value,
} from '../../src/value/index.ts';

const text = (value: Value): string => writeJson(toTagged(value));

test('the wire of each generation reads back as the value in its words', () => {
  fc.assert(
    fc.property(
      arbitraryValue({ names: 'admitted' }),
      fc.constantFrom('classes', 'collections'),
      (value, generation) => {
        const spoken = inGeneration(value, generation);
        expect(text(fromWire(toWire(spoken, generation)))).toBe(text(fromWire(toWire(spoken))));
      },
    ),
  );
});

test('a value in the words of classes and back is as in the words of collections', () => {
  fc.assert(
    fc.property(arbitraryValue({ names: 'admitted' }), (value) => {
      const back = inGeneration(inGeneration(value, 'classes'), 'collections');
      expect(text(back)).toBe(text(inGeneration(value, 'collections')));
    }),
  );
});

const inDatabase = build.ref(
  '1',
  build.ref('users', build.ref('classes'), build.ref('db', build.ref('databases'))),
);

test.each([
  [
    'collections',
    '{"@ref":{"id":"1","collection":{"@ref":{"id":"users","collection":{"@ref":{"id":"collections"}}',
  ],
  ['classes', '{"@ref":{"id":"1","class":{"@ref":{"id":"users","class":{"@ref":{"id":"classes"}}'],
  ['paths', '{"@ref":"classes/users/1"}'],
] as const)('a ref as %s writes it', (generation, start) => {
  const spoken = inGeneration(inDatabase, generation);
  expect(writeJson(toWire(spoken, generation)).slice(0, start.length)).toBe(start);
});

test('a path reads as the ref that it names', () => {
  const reading = readJson('{"@ref":"classes/users/1"}');
  if (!reading.ok) throw new Error(reading.error.excerpt);
  expect(fromWire(reading.json)).toStrictEqual(build.ref('1', build.ref('users', build.ref('classes'))));
});
