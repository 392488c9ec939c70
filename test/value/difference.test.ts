import { describe, expect, it } from 'vitest';
import { build, firstDifference, fromWire, pathText, readJson, type Value } from '../../src/value/index.ts';

const {
  arr,
  bool,
  bytes,
  date,
  double,
  long,
  nul,
  num,
  obj,
  oneOf,
  opaque,
  query,
  ref,
  set,
  str,
  ts,
  unsaid,
} = build;

const wire = (text: string): Value => {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.error.excerpt);
  return fromWire(reading.json);
};
const tokens = ref('tokens');

describe('agreement', () => {
  it.each<[string, Value, Value]>([
    ['silence with everything', unsaid('depth'), long(1)],
    ['a number with the long it is', num(1), long(1)],
    ['a number with the double it is', num(1), double(1)],
    ['a number with a long that rounds to it', num(9007199254740992), long(9007199254740993n)],
    ['one of several', oneOf([str('1'), long(1)]), long(1)],
    ['several with several', oneOf([str('1'), long(1)]), oneOf([long(1), bool(true)])],
    ['two texts of one instant', ts('2018-01-02T03:04:05.1Z'), ts('2018-01-02T03:04:05.100Z')],
    ['a truncated time', ts('2018-01-02T03:04:05.1234567Z', 100), ts('2018-01-02T03:04:05.123456789Z')],
    [
      'a ref whose collection is not said',
      ref('1', unsaid('address')),
      ref('1', ref('c', ref('collections'))),
    ],
    ['a cut string', str('ab', 2), str('abcd')],
    ['a cut array', arr([long(1)], 2), arr([long(1), long(2), long(3)])],
    ['an object without order', { ...obj({ b: nul, a: nul }), ordered: false }, obj({ a: nul, b: nul })],
    ['an opaque set with any set', opaque('set', 'cs/2.9', 'SetRefV(…)'), set({ match: tokens })],
    ['texts of two formats', opaque('query', 'js/4.3', 'Query()'), opaque('query', 'cs/2.9', 'QueryV(…)')],
    ['NaN with itself', double(NaN), double(NaN)],
    ['sets whatever their order', set({ match: tokens, terms: nul }), set({ terms: nul, match: tokens })],
  ])('%s', (_what, left, right) => {
    expect(firstDifference(left, right)).toBeUndefined();
    expect(firstDifference(right, left)).toBeUndefined();
  });
});

describe('the first difference', () => {
  it.each<[string, Value, Value, string, string]>([
    ['zero and minus zero', double(0), double(-0), '(root)', 'value'],
    ['a long and its double', long(1), double(1), '(root)', 'kind'],
    [
      'a long over 2^53 and its neighbour',
      long(9007199254740993n),
      long(9007199254740992n),
      '(root)',
      'value',
    ],
    ['none of several', oneOf([str('1'), long(1)]), long(2), '(root)', 'value'],
    ['deep inside', wire('{"a":[{"b c":1}]}'), wire('{"a":[{"b c":2}]}'), 'a[0]["b c"]', 'value'],
    ['a missing key', wire('{"a":1}'), wire('{"a":1,"b":2}'), 'b', 'missing'],
    ['the order of keys', wire('{"b":1,"a":2}'), wire('{"a":2,"b":1}'), '(root)', 'order'],
    ['length', arr([nul]), arr([nul, nul]), '(root)', 'length'],
    ['the length of a cut string', str('ab', 3), str('abcd'), '(root)', 'value'],
    [
      'the id of a collection',
      ref('1', ref('a', tokens)),
      ref('1', ref('b', tokens)),
      'collection.id',
      'value',
    ],
    [
      'a database',
      ref('1', ref('a', tokens, tokens)),
      ref('1', ref('a', tokens)),
      'collection.database',
      'missing',
    ],
    ['dates and times', date('2018-01-02'), ts('2018-01-02T00:00:00Z'), '(root)', 'kind'],
    ['bytes', bytes([1]), bytes([2]), '(root)', 'value'],
    ['a set and a query', opaque('set', 'x', ''), opaque('query', 'x', ''), '(root)', 'kind'],
    ['lambdas', query(['1']), query(['2']), '(root)', 'value'],
    [
      'a repeated key',
      obj([
        ['a', nul],
        ['a', nul],
      ]),
      obj([['a', nul]]),
      'a',
      'missing',
    ],
  ])('%s', (_what, left, right, path, what) => {
    const difference = firstDifference(left, right);
    expect(difference && [pathText(difference.path), difference.what]).toEqual([path, what]);
    expect(firstDifference(right, left)?.what).toBe(what);
  });
});

describe('the wire', () => {
  it.each<[string, Value]>([
    ['{"@ref":{"id":"tokens"}}', tokens],
    [
      '{"@ref":{"id":"1","class":{"@ref":{"id":"c","class":{"@ref":{"id":"classes"}}}}}}',
      ref('1', ref('c', ref('classes'))),
    ],
    ['{"@ref":"classes/characters/1"}', ref('1', ref('characters', ref('classes')))],
    ['{"@obj":{"@ref":"notaref"}}', obj({ '@ref': str('notaref') })],
    [
      '{"@ref":{"id":"1"},"b":2}',
      obj([
        ['@ref', obj({ id: str('1') })],
        ['b', long(2)],
      ]),
    ],
    ['{"@set":{"events":{"match":{"@ref":{"id":"tokens"}}}}}', set({ events: set({ match: tokens }) })],
    ['{"@bytes":"-_8="}', bytes([251, 255])],
    ['{"@bytes":1}', obj({ '@bytes': long(1) })],
    ['[1,1.0,9223372036854775807]', arr([long(1), double(1), long(9223372036854775807n)])],
  ])('reads %s', (text, expected) => {
    expect(firstDifference(wire(text), expected)).toBeUndefined();
  });
});
