import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { goFormats } from '../../../src/format/go/index.ts';
import { textOfOutput } from '../../../src/format/go/quoted/raw-bytes.ts';
import { build, firstDifference, jsonObject, type Value } from '../../../src/value/index.ts';
import { describeLaws, written } from '../laws.ts';
import { describeRealPrints } from '../real-prints.ts';

const { arr, bool, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;

function go(id: string): Format {
  const found = goFormats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

const go30 = go('go/3.0');
const go2121 = go('go/2.12.1');
const ALPHABET = 'the alphabet on the wire is no part of the value; the driver prints <nil>';
const NOT_DECODED = {
  'bytes url-safe alphabet': ALPHABET,
  'bytes url-safe in an object': ALPHABET,
  'bytes unpadded': ALPHABET,
};

for (const format of [go2121, go30])
  describeLaws({
    format,
    values: arbitraryValue().filter(isWellFormed),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }),
    sameButLayout: (left, right) => format.mask(left) === format.mask(right),
  });

describeRealPrints({
  format: go30,
  driver: 'go',
  version: '3.0.0',
  textOf: ({ bytes: output }) => textOfOutput(output),
  notPrinted: NOT_DECODED,
  notRead: {
    ...NOT_DECODED,
    'string lone surrogate, top level': 'what was replaced is not known any more',
    'string lone surrogate in an object': 'as above',
    'object key "object"': 'its only value is printed in its place',
    'object key "object" scalar': 'as above',
    'escaped object @obj': 'the driver unwraps a key named @obj',
  },
});
describeRealPrints({
  format: go2121,
  driver: 'go',
  version: '2.12.1',
  textOf: ({ bytes: output }) => textOfOutput(output),
});

const DOC = 'RefV{ID: "1", Collection: &RefV{ID: "c", Collection: &RefV{ID: "collections"}}}';
const doc = ref('1', ref('c', ref('collections')));
const db = ref('db', ref('databases'));
const DB = 'RefV{ID: "db", Collection: &RefV{ID: "databases"}}';

describe('quoted Go formats', () => {
  const rows: readonly (readonly [string, Value, string])[] = [
    ['go/3.0', nul, 'nil'],
    ['go/3.0', bool(true), 'true'],
    ['go/3.0', double(-0), '-0'],
    ['go/2.12.1', double(-0), '-0E+00'],
    ['go/3.0', double(0.1), '0.1'],
    ['go/2.12.1', double(0.1), '1E-01'],
    ['go/3.0', double(1e6), '1E+06'],
    ['go/2.12.1', double(1.5), '1.5E+00'],
    ['go/3.0', double(5e-324), '5E-324'],
    ['go/2.12.1', double(1e100), '1E+100'],
    ['go/3.0', long(1_000_000), '1000000'],
    ['go/2.12.1', long(1), '1'],
    ['go/3.0', str(`a'b"c\\d\n`), `"a'b\\"c\\\\d\\n"`],
    [
      'go/3.0',
      str('\0\u0007\u001b\u007f\u0085\u00a0\u00ad\u2028\ue000\ufeffé😀\u{f0000}'),
      '"\\x00\\a\\x1b\\x7f\\u0085\\u00a0\\u00ad\\u2028\\ue000\\ufeffé😀\\U000f0000"',
    ],
    ['go/3.0', bytes([]), 'BytesV{}'],
    ['go/3.0', bytes([1, 97, 44, 32, 125, 255]), 'BytesV{\u0001, a, ,,  , }, \udcff}'],
    ['go/3.0', date('2018-01-02'), 'DateV("2018-01-02")'],
    ['go/3.0', ts('2018-01-02T03:04:05.1Z'), 'TimeV("2018-01-02T03:04:05.1Z")'],
    ['go/3.0', ts('2018-01-02T03:04:05Z'), 'TimeV("2018-01-02T03:04:05Z")'],
    ['go/3.0', ref('collections'), 'RefV{ID: "collections"}'],
    ['go/3.0', doc, DOC],
    ['go/3.0', ref('collections', undefined, db), `RefV{ID: "collections"Database: &${DB}}`],
    [
      'go/3.0',
      ref('c1', ref('collections'), db),
      `RefV{ID: "c1", Collection: &RefV{ID: "collections"}, Database: &${DB}}`,
    ],
    ['go/3.0', ref('', ref('c')), 'RefV{Collection: &RefV{ID: "c"}}'],
    ['go/3.0', set({ match: str('x') }), 'SetRefV{ Parameters: map[string]Value{"match": "x"} }'],
    ['go/3.0', query(jsonObject({ lambda: '}"' })), 'QueryV{{"lambda":"}\\""}}'],
    ['go/3.0', obj({}), 'Obj{}'],
    ['go/3.0', arr([arr([]), nul]), 'Arr{Arr{}, nil}'],
    ['go/3.0', obj({ b: nul, a: doc }), `Obj{"a": ${DOC}, "b": nil}`],
    ['go/3.0', obj({ '\u{10000}': nul, '\uffff': nul }), 'Obj{"\\uffff": nil, "\u{10000}": nil}'],
  ];
  test.each(rows.map(([id, value, text]) => [id, text, value] as const))(
    '%s prints and reads %s',
    (id, text, value) => {
      expect(go(id).print(value)).toBe(text);
      expect(go(id).parse(text)).toEqual({ ok: true, readings: [go(id).project(value)], complete: true });
    },
  );

  test('keys come in any order, and two orders of one value are one masked text', () => {
    const one = `Obj{"b": Arr{Obj{"y": 1, "x": BytesV{\ufffd}}}, "a": "\\u007f"}`;
    const other = `Obj{"a": "\\x7f", "b": Arr{Obj{"x": BytesV{\ufffd}, "y": 1}}}`;
    expect(go30.mask(one)).toBe(other);
    expect(go30.mask(other)).toBe(other);
    expect(go30.steady(one)).toBe(other);
    expect(go30.mask('SetRefV{ Parameters: map[string]Value{"b": 1, "a": 2} }')).toBe(
      'SetRefV{ Parameters: map[string]Value{"a": 2, "b": 1} }',
    );
    expect(go30.mask('Obj{"b": 1, "a": 3}')).not.toBe(go30.mask('Obj{"b": 1, "a": 2}'));
    expect(go30.mask('no {print}')).toBe('no {print}');
    const readings = [one, other].map((text) => go30.parse(text));
    expect(readings[0]).toEqual(readings[1]);
  });

  test('a double has always an exponent in 2.12.1, so that it is no long', () => {
    expect(go2121.parse('1')).toEqual({ ok: true, readings: [long(1)], complete: true });
    expect(go2121.parse('1E+00')).toEqual({ ok: true, readings: [double(1)], complete: true });
    expect(go30.parse('1')).toEqual({
      ok: true,
      readings: [build.oneOf([long(1), double(1)])],
      complete: true,
    });
    expect(go30.parse('1E+00')).toMatchObject({ ok: false, error: { offset: 0 } });
  });

  test('bytes are read as they are, and say nothing where decoding has lost them', () => {
    const output = Buffer.from([...Buffer.from('Arr{BytesV{'), 0xff, ...Buffer.from(', }}, "é😀"}')]);
    expect(go30.parse(textOfOutput(output))).toEqual({
      ok: true,
      readings: [arr([bytes([0xff, 0x7d]), str('é😀')])],
      complete: true,
    });
    const lossy = go30.parse(output.toString('utf8'));
    expect(lossy).toMatchObject({
      ok: true,
      readings: [{ kind: 'array', items: [{ kind: 'unsaid' }, str('é😀')] }],
    });
    expect(lossy.ok && go30.print(lossy.readings[0])).toBe(output.toString('utf8'));
    expect(() => go30.print(build.unsaid('anything'))).toThrow(TypeError);
  });

  test('empty bytes and a first brace are told apart where they can be', () => {
    const value = arr([bytes([0x7d]), bytes([])]);
    const text = 'Arr{BytesV{}}, BytesV{}}';
    expect(go30.print(value)).toBe(text);
    expect(go30.parse(text)).toEqual({ ok: true, readings: [value], complete: true });
    // Parity of quotes tells: the first quote begins a string, or is a byte.
    const brace = arr([bytes([0x7d, 0x31]), long(2_000_000)]);
    expect(go30.parse(go30.print(brace))).toEqual({ ok: true, readings: [brace], complete: true });
    const many = arr(Array.from({ length: 2_000 }, () => bytes([])));
    expect(go30.parse(go30.print(many))).toMatchObject({ ok: true, readings: [many], complete: false });
  });

  test('an object of one key "object" is its value', () => {
    for (const value of [
      obj({ object: obj({ a: str('x') }) }),
      obj({ object: obj({ object: obj({ a: str('x') }) }) }),
    ]) {
      expect(go30.print(value)).toBe('Obj{"a": "x"}');
      expect(firstDifference(go30.project(value), value)).toBeUndefined();
      expect(firstDifference(go30.project(value), go30.project(obj({ a: str('x') })))).toBeUndefined();
      expect(firstDifference(go30.project(value), obj({ b: str('x') }))).toBeDefined();
    }
    expect(go30.print(obj({ object: str('x'), b: nul }))).toBe('Obj{"b": nil, "object": "x"}');
    // `strings.Replace` takes the first "Obj" of whatever was printed.
    expect(go30.print(set({ object: str('an Obj') }))).toBe('SetRefV{ Parameters: "an map[string]Value" }');
  });

  test.each([
    ['', 0],
    ['<nil>', 0],
    ['Obj{"a": 1', 10],
    ['Obj{"a": 1, "a": 2}', 4],
    ['Obj{"object": 1}', 0],
    ['Arr{1,2}', 5],
    ['Arr{01}', 4],
    ['"a\nb"', 2],
    ['"\u00a0"', 1],
    ['"\\x41"', 1],
    ['"\\x0a"', 1],
    ['"\\u0041"', 1],
    ['"\\ud800"', 1],
    ['"\\xff"', 1],
    ['"a', 2],
    ['9223372036854775808', 0],
    ['1.50', 0],
    ['RefV{ID: "a", Database: &RefV{ID: "b"}}', 12],
    ['RefV{ID: ""}', 5],
    ['DateV("2018-02-30")', 7],
    ['TimeV("2018-01-02T03:04:05.10Z")', 7],
    ['TimeV("2018-01-02T24:04:05Z")', 7],
    ['QueryV{{"a":}}', 12],
    ['QueryV{{"a": 1}}', 7],
    ['QueryV{"', 7],
    ['SetRefV{ Parameters: Obj{} }', 0],
    ['BytesV{ab}', 8],
    ['BytesV{é}', 7],
    ['nilx', 3],
    ['Arr{'.repeat(200_000), 4_000],
    ['RefV{ID: "a", Collection: &'.repeat(100_000), 27_000],
    [`QueryV{${'['.repeat(200_000)}`, 7],
  ])('refuses text %#', (text, offset) => {
    expect(go30.parse(text)).toMatchObject({ ok: false, error: { offset } });
    expect(go30.mask(text)).toBe(text);
  });

  test.each<[string, Value]>([
    ['a user key @ref that comes first', obj({ '@ref': str('x') })],
    ['an empty key that comes first', obj({ '': long(1), a: long(2) })],
    ['an integer beyond 64 bits', long(2n ** 63n)],
  ])('cannot decode %s', (_name, value) => {
    expect(() => go30.print(value)).toThrow(UnprintableValue);
  });
});

/** A lone surrogate becomes U+FFFD in a print: the value is among what is projected, but the print reads as U+FFFD. */
function isWellFormed(value: Value): boolean {
  return !/\p{Cs}|\\ud[89a-f]/u.test(written(value));
}
