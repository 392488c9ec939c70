import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { goErrors } from '../../../src/format/go/errors.ts';
import { go27, goFormats, goVariants, goWordFormats } from '../../../src/format/go/index.ts';
import { build, jsonObject, type Value } from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';
import { hasPathsOnly } from '../path-values.ts';
import { describeRealPrints } from '../real-prints.ts';
import { tame } from '../tame.ts';
import { describeUnescapedLaws } from '../unescaped-laws.ts';

const { arr, date, long, nul, obj, query, ref, set, str, ts } = build;

function go(id: string): Format {
  const found = [...goFormats, ...goVariants].find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

// `go/2.7` has a file of its own.
const OTHERS = [...goWordFormats, ...goVariants].filter(({ id }) => id !== go27.id);

for (const format of OTHERS) {
  const fits = (value: Value): boolean => format.about.generation !== 'paths' || hasPathsOnly(value);
  const anyValue = arbitraryValue({ names: 'any', tagKeys: true }).filter(fits);
  // An empty key that does not come first looks like the end of the string before it, in more than twelve ways.
  const isPlain = (value: Value): boolean => !format.id.endsWith('+go1.11') || !hasEmptyKey(value);
  const tameValue = tame(arbitraryValue().filter(fits)).filter(isPlain);
  describeLaws({
    format,
    values: tameValue,
    unusual: anyValue,
    sameButLayout: (left, right) => format.mask(left) === format.mask(right),
  });
  describeUnescapedLaws(format, anyValue, tameValue);
}

const TWELVE = 'more than twelve readings';
const ALPHABET = 'the alphabet on the wire is no part of the value; the driver prints <nil>';
const NOT_DECODED = {
  'bytes url-safe alphabet': ALPHABET,
  'bytes url-safe in an object': ALPHABET,
  'bytes unpadded': ALPHABET,
};

// v4.0.0 and earlier print no causes.
const withoutDetails = { ...go27, projectError: goErrors({ details: false }).projectError };

const LEFTOVER = 'what stands behind the query has gone to the object outside';

describeRealPrints({
  format: go('go/1.0'),
  driver: 'go',
  version: '1.0.0',
  notRead: { 'union of kinds in one object': LEFTOVER },
});
describeRealPrints({
  format: go('go/2.0'),
  driver: 'go',
  version: '2.0.0',
  notRead: { 'union of kinds in one object': LEFTOVER },
});
describeRealPrints({ format: withoutDetails, driver: 'go', version: '2.7.0' });
describeRealPrints({ format: withoutDetails, driver: 'go', version: '4.0.0' });
describeRealPrints({
  format: go27,
  driver: 'go',
  version: '4.3.1',
  notPrinted: NOT_DECODED,
  notRead: {
    ...NOT_DECODED,
    'strings of brackets': TWELVE,
    'string lone surrogate, top level': 'what was replaced is not known any more',
    'string lone surrogate in an object': 'as above',
    'escaped object @obj': 'the driver unwraps a key named @obj',
    uuid: 'a map of one entry may be one of the user',
  },
  readLater: [
    'array of one string',
    'array ["a","b c"]',
    'object ambiguous string value',
    'object ambiguous key',
  ],
});

const lambda = query(jsonObject({ lambda: 'x' }));
const LAMBDA = '{[123 34 108 97 109 98 100 97 34 58 34 120 34 125]}';
const doc = ref('1', ref('users', ref('classes')));

describe('old Go formats', () => {
  const rows: readonly (readonly [string, Value, string])[] = [
    ['go/1.0', doc, '{classes/users/1}'],
    ['go/1.0', ref('tokens'), '{tokens}'],
    ['go/1.0', arr([ref('tokens'), nul]), '[{tokens} {}]'],
    ['go/1.0', ref('a"), Ref(b', ref('classes')), '{classes/a"), Ref(b}'],
    ['go/1.0', date('2018-01-02'), '{0 63650448000 <nil>}'],
    ['go/2.0', doc, '{1 0x0 <nil>}'],
    ['go/2.0', ref('classes'), '&{classes <nil> <nil>}'],
    ['go/2.0', obj({ r: ref('classes') }), 'map[r:0x0]'],
    ['go/2.0', ref('keys', undefined, ref('db', ref('databases'))), '{keys <nil> 0x0}'],
    ['go/2.0', ts('2018-01-02T03:04:05.1Z'), '{100000000 63650459045 <nil>}'],
    ['go/2.0', set({ terms: str('x'), match: doc }), '{map[match:{1 0x0 <nil>} terms:x]}'],
    ['go/2.7+go1.11', obj({ b: nul, a: nul }), 'map[b:{} a:{}]'],
    ['go/2.0+go1.11', set({ terms: str('x'), match: doc }), '{map[terms:x match:{1 0x0 <nil>}]}'],
  ];
  test.each(rows.map(([id, value, text]) => [id, text, value] as const))(
    '%s prints and reads %s',
    (id, text, value) => {
      expect(go(id).print(value)).toBe(text);
      const reading = go(id).parse(text);
      expect(reading.ok && reading.readings[0]).toEqual(go(id).project(value));
    },
  );

  test('the native fields of 2.7 are no ref of 2.0, and the other way round', () => {
    expect(go('go/2.0').parse('&{tokens <nil> <nil> <nil>}')).toMatchObject({
      ok: true,
      readings: [ref('tokens <nil>'), str('&{tokens <nil> <nil> <nil>}')],
    });
    expect(go27.parse('&{tokens <nil> <nil>}')).toMatchObject({ ok: true, readings: [{ kind: 'string' }] });
  });

  test('sorted keys out of order are no map, on older runtimes they are', () => {
    const reading = go27.parse('map[b:x a:y]');
    expect(reading.ok && reading.readings).toMatchObject([
      { entries: [['b', str('x a:y')]] },
      { entries: [['b:x a', str('y')]] },
      str('map[b:x a:y]'),
    ]);
    expect(go('go/2.7+go1.11').parse('map[b:x a:y]')).toMatchObject({
      ok: true,
      readings: [{ ...obj({ b: str('x'), a: str('y') }), ordered: false }, {}, {}, {}],
    });
  });

  // `parseQuery` of v1.0.0 and v2.0.0 leaves the end of the query's object to whoever reads on.
  test.each<[string, Value, string]>([
    ['a query that stands last', obj({ a: long(1), q: lambda }), `map[a:1 q:${LAMBDA}]`],
    ['an array that ends with a query', arr([long(1), lambda]), `[1 ${LAMBDA}]`],
    ['members behind a query, lost', obj({ q: lambda, b: long(2) }), `map[q:${LAMBDA}]`],
    [
      'members behind a query inside, gone to the object outside',
      obj({ in: obj({ q: lambda, b: long(2) }), c: long(3) }),
      `map[b:2 in:map[q:${LAMBDA}]]`,
    ],
  ])('go/2.0 prints %s', (_name, value, text) => {
    expect(go('go/2.0').print(value)).toBe(text);
    expect(go27.print(value).length).toBeGreaterThanOrEqual(text.length);
  });

  test.each<[string, string, Value]>([
    ['go/2.0', 'Expected a string but got 123', arr([lambda, obj({ a: long(1) })])],
    ['go/2.0', 'Expected a string but got "1"', arr([lambda, long(1)])],
    ['go/1.0', 'Expected a string but got 123', ref('keys', undefined, ref('db', ref('databases')))],
  ])('%s cannot decode: %s', (id, message, value) => {
    expect(() => go(id).print(value)).toThrow(message);
    expect(() => go(id).print(value)).toThrow(UnprintableValue);
  });

  test('says that nothing is left of what is decoded as another value', () => {
    expect(go('go/2.0').project(obj({ q: lambda, b: long(2) })).kind).toBe('unsaid');
    expect(go('go/2.0').project(obj({ b: long(2), q: lambda })).kind).toBe('object');
  });

  test('addresses are masked where there are any', () => {
    expect(go('go/2.0').mask('{1 0xc0000c6200 <nil>}')).toBe('{1 0x0 <nil>}');
    expect(go('go/1.0').mask('[0xc0000c6200]')).toBe('[0xc0000c6200]');
  });

  test('causes are printed from v4.1.0 on only', () => {
    const error = {
      status: 400,
      errors: [{ code: 'call error', description: 'd', cause: [{ code: 'c', description: 'e' }] }],
    };
    expect(goErrors({ details: false }).print(error)).toBe('Response error 400. Errors: [](call error): d');
    expect(go('go/2.0').projectError(error).errors).toEqual([
      { position: [], code: 'call error', description: 'd' },
    ]);
    expect(go27.projectError(error).errors).toMatchObject([{ cause: [{ code: 'c' }] }]);
  });
});

function hasEmptyKey(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(hasEmptyKey);
  if (value.kind !== 'object' && value.kind !== 'set') return false;
  return value.entries.some(([key, inner]) => key === '' || hasEmptyKey(inner));
}
