import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue } from '../../../src/format/index.ts';
import { goErrors as errorsOf } from '../../../src/format/go/errors.ts';
import { go27 } from '../../../src/format/go/index.ts';
import { build, firstDifference, jsonObject, type Value } from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';
import { describeUnescapedPrints } from '../unescaped-prints.ts';
import { tame } from '../tame.ts';
import { describeUnescapedLaws } from '../unescaped-laws.ts';

const { arr, bool, bytes, date, double, long, nul, obj, query, ref, set, str, ts, unsaid } = build;
const goErrors = errorsOf({ details: true });
const anyValue = arbitraryValue({ names: 'any', tagKeys: true });
const tameValue = tame(arbitraryValue());

describeLaws({
  format: go27,
  values: tameValue,
  unusual: anyValue,
  sameButLayout: (left, right) => go27.mask(left) === go27.mask(right),
});
describeUnescapedLaws(go27, anyValue, tameValue);

describeUnescapedPrints({
  format: go27,
  driver: 'go',
  version: '4.3.1',
  notPrinted: {
    'bytes url-safe alphabet': 'the alphabet on the wire is no part of the value; the driver prints <nil>',
    'bytes url-safe in an object': 'as above',
    'bytes unpadded': 'as above, for missing padding',
  },
  notRead: {
    'bytes url-safe alphabet': 'the driver prints <nil>',
    'bytes url-safe in an object': 'as above',
    'bytes unpadded': 'as above',
    'strings of brackets': 'more than twelve readings',
  },
  readLater: [
    'array of one string',
    'array ["a","b c"]',
    'object ambiguous string value',
    'object ambiguous key',
  ],
  printError: goErrors.print,
});

describe('go/2.7', () => {
  test.each<[string, Value, string]>([
    ['null', nul, '{}'],
    [
      'doubles',
      arr([0, -0, 0.1, 1, 100_000, 1e6, 12_345_678.9, 1e-4, 1e-5, 1e21, 5e-324].map(double)),
      '[0 -0 0.1 1 100000 1e+06 1.23456789e+07 0.0001 1e-05 1e+21 5e-324]',
    ],
    ['a string', str(`a'b"c\nd`), `a'b"c\nd`],
    ['bytes', bytes([1, 2, 3, 4]), '[1 2 3 4]'],
    ['a date', date('2018-01-02'), '{0 63650448000 <nil>}'],
    ['the first day', date('0001-01-01'), '{0 0 <nil>}'],
    ['a time', ts('2018-01-02T03:04:05.123456789Z'), '{123456789 63650459045 <nil>}'],
    ['a native ref', ref('collections'), '&{collections <nil> <nil> <nil>}'],
    ['a native ref inside', obj({ r: ref('collections') }), 'map[r:0x0]'],
    ['a ref', ref('1', ref('c', ref('collections'))), '{1 0x0 0x0 <nil>}'],
    [
      'a native ref with a database',
      ref('keys', undefined, ref('db', ref('databases'))),
      '{keys <nil> <nil> 0x0}',
    ],
    [
      'a set',
      set({ terms: str('x'), match: ref('i', ref('indexes')) }),
      '{map[match:{i 0x0 0x0 <nil>} terms:x]}',
    ],
    [
      'a query',
      query(jsonObject({ lambda: 'é' })),
      '{[123 34 108 97 109 98 100 97 34 58 34 195 169 34 125]}',
    ],
    [
      'keys by their bytes',
      obj({ '\u{10000}': long(1), '\uffff': long(2), b: long(3), a: long(4) }),
      'map[a:4 b:3 \uffff:2 \u{10000}:1]',
    ],
    ['a lone surrogate', str('\ud800x'), '\ufffdx'],
  ])('prints %s', (_name, value, text) => {
    expect(go27.print(value)).toBe(text);
  });

  test('masks addresses wherever the heap begins', () => {
    const texts = ['map[r:0x6ff4c0]', 'map[r:0xc000109bc0]', 'map[r:0xa7089645a10]'];
    expect(new Set(texts.map((text) => go27.mask(text)))).toEqual(new Set(['map[r:0x0]']));
    for (const text of texts) expect(go27.parse(text)).toMatchObject({ ok: true });
  });

  test('says nothing of the collection of a ref, and nothing at all of a native one inside', () => {
    expect(go27.parse('{1 0xc000 0xc000 <nil>}')).toMatchObject({
      ok: true,
      readings: [ref('1', unsaid('address only')), str('{1 0xc000 0xc000 <nil>}')],
    });
    expect(go27.project(arr([ref('tokens')]))).toEqual(arr([ref(unsaid('address only'))]));
    expect(firstDifference(go27.project(arr([ref('tokens')])), arr([str('tokens')]))).toBeDefined();
  });

  test('two pointers to one collection are the same address', () => {
    const reading = go27.parse('{1 0xc0001 0xc0002 <nil>}');
    expect(reading).toMatchObject({
      ok: true,
      readings: [{ kind: 'string' }],
      complete: true,
      onlyAsString: { offset: 1 },
    });
  });

  test.each<[string, Value, Value]>([
    ['null and braces', nul, str('{}')],
    ['a boolean and its word', bool(true), str('true')],
    ['a long and a double', long(1), double(1)],
    ['a long and its digits', long(1), str('1')],
    ['bytes and an array', bytes([1, 2, 3]), arr([long(1), long(2), long(3)])],
    ['empty bytes and an empty array', bytes([]), arr([])],
    ['an empty array and an empty string in one', arr([]), arr([str('')])],
    ['a date and midnight', date('2018-01-02'), ts('2018-01-02T00:00:00Z')],
    ['words of an array', arr([str('a b'), str('c')]), arr([str('a'), str('b c')])],
    ['a string and two entries', obj({ a: str('1 b:2') }), obj({ a: long(1), b: long(2) })],
  ])('reads both values of one text: %s', (_name, left, right) => {
    const text = go27.print(left);
    expect(go27.print(right)).toBe(text);
    const reading = go27.parse(text);
    const readings = reading.ok ? reading.readings : [];
    for (const value of [left, right])
      expect(readings.some((one) => firstDifference(one, value) === undefined)).toBe(true);
  });

  test('does not take a million for a double, which has an exponent there', () => {
    expect(go27.parse('1000000')).toEqual({
      ok: true,
      readings: [{ kind: 'oneOf', options: [long(1_000_000), str('1000000')] }],
      complete: true,
    });
  });

  test.each<[string, Value, string]>([
    ['within an array', arr([obj({ '': bool(false), a: long(10) })]), '[map[] false a 10]'],
    ['within an array of a map', obj({ a: arr([obj({ '': long(1) })]) }), 'map[a:[map[] 1]]'],
  ])('members after an empty first key become elements %s', (_name, value, text) => {
    expect(go27.print(value)).toBe(text);
  });

  test.each<[string, Value]>([
    ['a user key @ref that comes first', obj({ '@ref': str('x') })],
    ['an empty key that comes first', obj({ '': long(1), a: long(2) })],
    ['an integer beyond 64 bits', long(2n ** 63n)],
    ['an infinity', double(Infinity)],
  ])('cannot decode %s', (_name, value) => {
    expect(() => go27.print(value)).toThrow(UnprintableValue);
  });

  test('takes a user key @obj for the escape', () => {
    const value = obj({ '@obj': obj({ a: long(1) }) });
    expect(go27.print(value)).toBe('map[a:1]');
    expect(go27.project(value).kind).toBe('unsaid');
  });

  test.each([
    ['Response error 400. Errors: ', { status: 400, errors: [] }],
    [
      'Response error 502. Unparseable server response.',
      { status: 502, message: 'Unparseable server response.' },
    ],
    [
      'Response error 400. Errors: [let/\u0000/\n](invalid ref): Ref, or [so]: bad., details: [], [](x): y, details: [{[a b] transaction aborted stop} {[] call error z}]',
      {
        status: 400,
        errors: [
          { position: ['let', 0, 10], code: 'invalid ref', description: 'Ref, or [so]: bad.' },
          {
            position: [],
            code: 'x',
            description: 'y',
            cause: [
              { position: ['a', 'b'], code: 'transaction aborted', description: 'stop' },
              { position: [], code: 'call error', description: 'z' },
            ],
          },
        ],
      },
    ],
    [
      'Response error 404. Errors: [create](instance not found): Document not found.',
      {
        status: 404,
        errors: [{ position: ['create'], code: 'instance not found', description: 'Document not found.' }],
      },
    ],
    [
      'strconv.ParseInt: parsing "9223372036854775808": value out of range',
      { message: 'strconv.ParseInt: parsing "9223372036854775808": value out of range' },
    ],
  ])('reads the error %j', (text, error) => {
    expect(go27.parseError(text)).toEqual({ ok: true, error });
  });

  test('says where an error text breaks off', () => {
    expect(go27.parseError('map[a:1]')).toMatchObject({ ok: false, error: { offset: 0 } });
    expect(go27.parseError('Response error 400. Errors: [a](b')).toMatchObject({
      ok: false,
      error: { offset: 28 },
    });
  });

  test('a position of numbers prints as characters', () => {
    const error = { status: 400, errors: [{ code: 'c', description: 'd', position: ['a', 0, 0xd800, 65] }] };
    expect(goErrors.print(error)).toBe('Response error 400. Errors: [a/\u0000/\ufffd/A](c): d, details: []');
    expect(go27.projectError(error)).toMatchObject({ errors: [{ position: ['a', 0, '\ufffd', 'A'] }] });
  });
});
