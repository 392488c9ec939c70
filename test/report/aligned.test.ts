import { expect, it } from 'vitest';
import { aligned } from '../../src/report/html/aligned.ts';
import { build, show, type Value } from '../../src/value/index.ts';

const unordered = (...keys: readonly string[]): Value => ({
  kind: 'object',
  ordered: false,
  entries: keys.map((key) => [key, build.str(key)] as const),
});
const ordered = (...keys: readonly string[]): Value =>
  build.obj(keys.map((key) => [key, build.str(key)] as const));

it.each([
  [
    'entries in hash order',
    unordered('c', 'a', 'b'),
    ordered('a', 'b', 'c'),
    'unordered {a: "a", b: "b", c: "c"}',
  ],
  [
    'entries that the other has not, last',
    unordered('x', 'b', 'a'),
    ordered('a', 'b'),
    'unordered {a: "a", b: "b", x: "x"}',
  ],
  ['an order that says something, never', ordered('b', 'a'), ordered('a', 'b'), '{b: "b", a: "a"}'],
])('moves %s', (_what, value, model, text) => {
  expect(show(aligned(value, model))).toBe(text);
  expect(show(aligned({ kind: 'array', items: [value] }, { kind: 'array', items: [model] }))).toBe(
    `[${text}]`,
  );
});
