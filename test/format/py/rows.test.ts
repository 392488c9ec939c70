import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../src/format/index.ts';
import { build, describeTextError, show, type Value } from '../../../src/value/index.ts';

const py27 = formatOf('py/2.7');
if (py27 === undefined) throw new Error('py/2.7 is not in the table of formats');
const { arr, bytes, date, double, nul, obj, ref, set, str, ts } = build;

describe('py/2.7 print', () => {
  test.each<[string, Value, string]>([
    [
      'doubles',
      arr([0, -0, 1e15, 1e16, 1e-4, 1e-5, 123.456].map(double)),
      '[0.0, -0.0, 1000000000000000.0, 1e+16, 0.0001, 1e-05, 123.456]',
    ],
    [
      'bytes with quotes',
      arr([bytes(Buffer.from(`'`)), bytes(Buffer.from(`'"`))]),
      `[bytearray(b"\\'"), bytearray(b'\\'"')]`,
    ],
    ['a date at the top', date('2018-01-02'), '2018-01-02'],
    ['a date inside', arr([date('0001-01-02')]), '[datetime.date(1, 1, 2)]'],
    [
      'the set inside events without its tag',
      set({ events: set({ match: ref('i', ref('indexes')) }) }),
      "SetRef({'events': {'match': Ref(id=i, collection=Ref(id=indexes))}})",
    ],
    ['a native id in capitals', ref('TOKENS'), 'Ref(id=tokens)'],
    [
      'a time with a written-out zero offset',
      ts('2018-01-02T03:04:05+00:00'),
      "FaunaTime('2018-01-02T03:04:05Z')",
    ],
    ['a user object that looks like a set', obj([['@set', str('x')]]), "SetRef('x')"],
  ])('%s', (_what, value, text) => {
    expect(py27.print(value)).toBe(text);
  });

  test.each<[string, Value, 'decode' | 'print', string]>([
    ['a year beyond 9999', date('+10000-01-01'), 'decode', 'Invalid JSON.'],
    ['a day that is none', date('2019-02-29'), 'decode', 'Invalid JSON.'],
    [
      'lone surrogates in a name',
      ref('😀\ud800\ud801'),
      'print',
      "'utf-8' codec can't encode characters in position 8-9: surrogates not allowed",
    ],
    [
      'a user object with a null @ref',
      obj([['@ref', nul]]),
      'decode',
      "argument of type 'NoneType' is not iterable",
    ],
  ])('fails for %s', (_what, value, where, message) => {
    expect(() => py27.print(value)).toThrow(
      expect.objectContaining({ name: 'UnprintableValue', where, message }),
    );
  });
});

describe('py/2.7 parse', () => {
  test.each([
    ['1', ['1', '"1"']],
    ['1.0', ['1.0', '"1.0"']],
    ['None', ['null', '"None"']],
    ['2018-01-02', ['date 2018-01-02', '"2018-01-02"']],
    ['plain', ['"plain"']],
    // A Python with newer Unicode tables than Node.js, or with older ones.
    ["['\\u0378', '\\U0001359d']", ['["͸", "𓖝"]', String.raw`"['\\u0378', '\\U0001359d']"`]],
  ])('reads %s', (text, readings) => {
    const reading = py27.parse(text);
    expect(reading.ok && reading.readings.map(show)).toStrictEqual(readings);
  });

  test('lists several readings of an id with a comma, all of which print so', () => {
    const text = 'Ref(id=1, collection=Ref(id=c, collection=Ref(id=c, collection=Ref(id=collections)))';
    const reading = py27.parse(text);
    const values = reading.ok ? reading.readings : [];
    expect(values.length).toBeGreaterThan(2);
    expect(values.map((value) => py27.print(value))).toStrictEqual(values.map(() => text));
  });

  test.each([
    ["{'a': 1, b}", "line 1, column 10: expected a key in quotes\n{'a': 1, b}\n         ^"],
    ['[1,2]', 'line 1, column 3: expected ", " or "]"\n[1,2]\n  ^'],
    ['["a"]', 'line 1, column 2: expected the text as the driver prints it\n["a"]\n ^'],
    ['[01]', 'line 1, column 2: expected the text as the driver prints it\n[01]\n ^'],
  ])('says where %s is no value, and keeps it as a string', (text, message) => {
    const reading = py27.parse(text);
    expect(reading).toMatchObject({ ok: true, readings: [str(text)] });
    expect(reading.ok && reading.onlyAsString && describeTextError(reading.onlyAsString)).toBe(message);
  });
});

describe('py/2.7 parseError', () => {
  test('says where an error is cut', () => {
    expect(py27.parseError("ErrorData(code='a', description='b', position=[")).toMatchObject({
      ok: false,
      error: { offset: 47, expected: 'a string in quotes' },
    });
  });

  test('an answer with an empty list of errors raises while printing', () => {
    expect(py27.projectError({ status: 400, errors: [] })).toStrictEqual({
      message: 'list index out of range',
    });
  });
});
