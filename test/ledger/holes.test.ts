import { describe, expect, it } from 'vitest';
import { holes } from '../../src/ledger/holes.ts';
import { build, type Value } from '../../src/value/index.ts';

const { arr, date, double, long, nul, num, obj, oneOf, opaque, ref, set, str, ts, unsaid } = build;
const said = (value: Value, projection: Value): readonly string[] =>
  holes(value, projection).map(({ path, of, what }) => `${path.join('.')} ${of}: ${what}`);

describe('holes', () => {
  it.each<[string, Value, Value, readonly string[]]>([
    ['nothing of what is equal', obj({ a: long(1) }), obj({ a: long(1) }), []],
    ['an integer that may be a double', long(1), num(1), [' long: long or double']],
    ['a rounded integer', long(2n ** 53n + 1n), num(2 ** 53), [' long: long or double, rounded']],
    ['no doubt about a fraction', double(0.5), num(0.5), []],
    ['no doubt about -0', double(-0), num(-0), []],
    ['alternatives', arr([nul]), arr([oneOf([nul, str('null')])]), ['0 null: null or string']],
    [
      'alternatives of one kind',
      str('?'),
      oneOf([str('?'), str('\ud800')]),
      [' string: one of several strings'],
    ],
    ['a cut string', str('abc'), str('a', 2), [' string: only the first 1 characters']],
    [
      'a cut array, and what is in it',
      arr([long(1), nul]),
      arr([num(1)], 1),
      [' array: only the first 1 items', '0 long: long or double'],
    ],
    [
      'the order of keys',
      obj({ a: nul, b: nul }),
      { ...obj({ a: nul, b: nul }), ordered: false },
      [' object: the order of keys'],
    ],
    ['no order of one key', obj({ a: nul }), { ...obj({ a: nul }), ordered: false }, []],
    [
      'a truncated time',
      ts('2018-01-02T00:00:00Z'),
      ts('2018-01-02T00:00:00Z', 100),
      [' ts: only to 100 ns'],
    ],
    [
      'a collection',
      ref('1', ref('c')),
      ref('1', unsaid('address only')),
      ['collection ref: collection: address only'],
    ],
    ['an id', ref('c'), ref(unsaid('address only')), [' ref: id: address only']],
    ['a set known as text', set({ match: nul }), opaque('set', 'x/1', 'S'), [' set: only as text']],
    ['what is too deep', obj({ a: obj({ b: nul }) }), obj({ a: unsaid('too deep') }), ['a object: too deep']],
    ['another value', date('2018-01-02'), date('2018-01-03'), [' date: reads as another value']],
  ])('tell %s', (_what, value, projection, expected) => {
    expect(said(value, projection)).toEqual(expected);
  });
});
