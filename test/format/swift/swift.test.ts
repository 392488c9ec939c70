import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { printError } from '../../../src/format/swift/errors.ts';
import { swiftFormats } from '../../../src/format/swift/index.ts';
import { JsonNumber, build, firstDifference, jsonObject, type Value } from '../../../src/value/index.ts';
import { describeDirectLaws } from '../direct-laws.ts';
import { describeLaws } from '../laws.ts';
import { hasPathsOnly, hasPlainQueries } from '../path-values.ts';
import { tame } from '../tame.ts';
import { describeUnescapedLaws } from '../unescaped-laws.ts';

const { arr, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;

function swift(id: string): Format {
  const found = swiftFormats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

for (const format of swiftFormats) {
  const fits = (value: Value): boolean =>
    hasPlainQueries(value) && (format.about.generation !== 'paths' || hasPathsOnly(value));
  const anyValue = arbitraryValue({ names: 'any', tagKeys: true }).filter(fits);
  const tameValue = tame(arbitraryValue().filter(fits));
  // What the driver truncates or leaves tagged is projected with the value itself beside what is printed.
  const isKept = (value: Value): boolean => !isChanged(value, format.id);
  describeLaws({ format, values: tameValue.filter(isKept), unusual: anyValue });
  describeUnescapedLaws(format, anyValue, tameValue);
  describeDirectLaws({
    format,
    tame: tameValue,
    unusual: anyValue,
    nest: ['[', '1', ']'],
    long: (text) => text,
  });
}

const lambda = query(jsonObject({ lambda: 'x', expr: jsonObject({ var: 'x' }) }));
const doc = ref('1', ref('users', ref('classes')));

describe('Swift formats', () => {
  // Read off Sources/FaunaDB/Value.swift and DescriptionTests.swift of 2.0.0, and Swift's standard library.
  const rows: readonly (readonly [string, Value, string])[] = [
    ['swift/2.0', nul, 'null'],
    ['swift/2.0', arr([double(1), double(0.1), double(-0), double(1e5)]), '[1, 0.1, 0, 100000]'],
    ['swift/2.0', double(12_345_678.9), '12345678.9'],
    ['swift/2.0', double(1.5e20), '1.5e+20'],
    ['swift/2.0', double(1.5e-7), '1.5e-07'],
    ['swift/2.0', double(1e16), '10000000000000000'],
    ['swift/2.0', str('a, "b"'), 'a, "b"'],
    ['swift/2.0', obj({}), '[:]'],
    ['swift/2.0', arr([]), '[]'],
    ['swift/2.0', obj({ "it's\n\u001b": str('x') }), '["it\\\'s\\n\\u{1B}": x]'],
    ['swift/2.0', date('2018-01-02'), '2018-01-02 00:00:00 +0000'],
    ['swift/2.0', ts('2018-01-02T03:04:05.1Z'), '2018-01-02T03:04:05.100000000Z'],
    ['swift/2.0', bytes([1, 2, 3, 4]), '"AQIDBA=="'],
    ['swift/2.0', ref('123'), 'RefV(id=123)'],
    [
      'swift/2.0',
      ref('123', ref('cls', ref('classes'), ref('db', ref('databases')))),
      'RefV(id=123, class=RefV(id=cls, class=RefV(id=classes), database=RefV(id=db, class=RefV(id=databases))))',
    ],
    [
      'swift/2.0',
      set({ match: ref('i', ref('indexes')), terms: str('x') }),
      '["match": RefV(id=i, class=RefV(id=indexes)), "terms": x]',
    ],
    [
      'swift/2.0',
      lambda,
      'QueryV(object(["lambda": FaunaDB.JsonType.string("x"), "expr": FaunaDB.JsonType.object(["var": FaunaDB.JsonType.string("x")])]))',
    ],
    ['swift/0.1', doc, 'classes/users/1'],
    ['swift/0.1', ref('classes'), 'classes'],
    ['swift/0.1.1', arr([bytes([1])]), '["AQ=="]'],
  ];
  test.each(rows.map(([id, value, text]) => [id, text, value] as const))(
    '%s prints and reads %s',
    (id, text, value) => {
      expect(swift(id).print(value)).toBe(text);
      const reading = swift(id).parse(text);
      expect(reading.ok && reading.readings[0]).toEqual(swift(id).project(value));
    },
  );

  test.each<[string, Value, string]>([
    ['bytes', bytes([1]), '["@bytes": AQ==]'],
    ['a query', lambda, '["@query": ["lambda": x, "expr": ["var": x]]]'],
    ['a uuid', build.uuid('f0e1'), '["@uuid": f0e1]'],
  ])('early releases leave %s tagged', (_name, value, text) => {
    const format = swift('swift/0.1');
    expect(format.print(value)).toBe(text);
    expect(firstDifference(format.project(value), value)).toBeUndefined();
    expect(firstDifference(format.project(value), format.project(nul))).toBeDefined();
  });

  test('a double with a single digit is truncated to an integer', () => {
    const format = swift('swift/2.0');
    expect(format.print(double(1e-7))).toBe('0');
    expect(firstDifference(format.project(double(1e-7)), long(0))).toBeUndefined();
    const one = query(jsonObject({ lambda: 'x', expr: new JsonNumber('1.0') }));
    expect(format.print(one)).toContain('FaunaDB.JsonType.number(1)');
    expect(firstDifference(format.project(one), one)).toBeUndefined();
  });

  test('keys are read in any order, and print in the order that was read', () => {
    const format = swift('swift/2.0');
    const [left, right] = ['["a": x, "b": y]', '["b": y, "a": x]'].map((text) => format.parse(text));
    const first = [left, right].map((reading) => (reading?.ok ? reading.readings[0] : undefined));
    expect(first[0] && first[1] && firstDifference(first[0], first[1])).toBeUndefined();
    expect(first.map((value) => value && format.print(value))).toEqual([
      '["a": x, "b": y]',
      '["b": y, "a": x]',
    ]);
  });

  test('a key stands once in a dictionary', () => {
    expect(swift('swift/2.0').parse('["a": x, "a": y]')).toMatchObject({
      ok: true,
      readings: [{ kind: 'object', entries: [['a', str('x, "a": y')]] }, { kind: 'array' }, {}, {}],
    });
  });

  test.each<[string, Value, Value]>([
    ['a boolean and its word', build.bool(true), str('true')],
    ['a long and its double', long(1), double(1)],
    ['items and one string', arr([str('a'), str('b')]), arr([str('a, b')])],
    ['bytes and quotes', bytes([1]), str('"AQ=="')],
    ['a ref and an id', ref('a', ref('b')), ref('a, class=RefV(id=b)')],
  ])('reads both values of one text: %s', (_name, left, right) => {
    const format = swift('swift/2.0');
    const text = format.print(left);
    expect(format.print(right)).toBe(text);
    const reading = format.parse(text);
    const readings = reading.ok ? reading.readings : [];
    for (const value of [left, right])
      expect(readings.some((one) => firstDifference(one, value) === undefined)).toBe(true);
  });

  test.each([
    ['["it\'s": x]'],
    ['RefV(id=1'],
    ['QueryV(object(["a": FaunaDB.JsonType.number(1.0)]))'],
    ['2018-02-30 00:00:00 +0000'],
    ['2018-01-02T03:04:05.1Z'],
    ['"AR=="'],
    ['1e+02'],
  ])('%s is a string or an array of words, nothing more', (text) => {
    const reading = swift('swift/2.0').parse(text);
    const kinds = reading.ok ? reading.readings.map((one) => one.kind) : [];
    expect(kinds.at(-1)).toBe('string');
    expect(kinds.filter((kind) => kind !== 'string' && kind !== 'array')).toEqual([]);
  });

  test.each(['['.repeat(100_000), 'RefV(id='.repeat(50_000), `QueryV(${'array(['.repeat(50_000)}`])(
    'reads deep texts without an exception',
    (text) => {
      expect(swift('swift/2.0').parse(text)).toMatchObject({ ok: true, readings: [str(text)] });
    },
  );

  test.each<[string, Value]>([
    ['an integer beyond 64 bits', long(2n ** 63n)],
    ['a double beyond 64 bits', double(1e21)],
    ['a lone surrogate', str('\ud800')],
    ['a time with an offset', ts('2018-01-02T03:04:05+01:00')],
  ])('cannot decode %s', (_name, value) => {
    expect(() => swift('swift/2.0').print(value)).toThrow(UnprintableValue);
  });

  test.each([
    [
      'Error response 404: Errors: [create](instance not found): Document not found.',
      {
        status: 404,
        errors: [{ position: ['create'], code: 'instance not found', description: 'Document not found.' }],
      },
    ],
    [
      'Error response 400: Errors: [let/0](a): b, c, [](d): e',
      {
        status: 400,
        errors: [
          { position: ['let', 0], code: 'a', description: 'b, c' },
          { position: [], code: 'd', description: 'e' },
        ],
      },
    ],
    ['Error response 400:', { status: 400, errors: [] }],
    [
      'Error response 500: Unparseable server response.',
      { status: 500, message: 'Unparseable server response.' },
    ],
    ['Error response <unknow>: time out.', { message: 'time out.' }],
  ])('reads the error %s', (text, error) => {
    expect(swift('swift/2.0').parseError(text)).toEqual({ ok: true, error });
  });

  test('prints errors, and says where an error text breaks off', () => {
    const error = { status: 400, errors: [{ code: 'c', description: 'd', position: ['a', 0] }] };
    expect(printError(error)).toBe('Error response 400: Errors: [a/0](c): d');
    expect(swift('swift/2.0').projectError(error)).toEqual(error);
    expect(swift('swift/2.0').parseError('[a: 1]')).toMatchObject({ ok: false, error: { offset: 0 } });
    expect(swift('swift/2.0').parseError('Error response 400: Errors: [a')).toMatchObject({
      ok: false,
      error: { offset: 28 },
    });
  });
});

function isChanged(value: Value, id: string): boolean {
  switch (value.kind) {
    case 'double':
      return isTruncated(value.value);
    case 'array':
      return value.items.some((item) => isChanged(item, id));
    case 'object':
    case 'set':
      return value.entries.some(([, item]) => isChanged(item, id));
    case 'bytes':
      return id === 'swift/0.1';
    case 'query':
      return id !== 'swift/2.0' || hasDouble(value.body);
    case 'uuid':
      return true;
    case 'ref':
      // Tame values have native collections of their own, which look like any string.
      return id !== 'swift/2.0' && value.collection === undefined;
    default:
      return false;
  }
}

/** Foundation writes it without a point, and it is no integer. */
function isTruncated(value: number): boolean {
  return (
    !Number.isInteger(value) &&
    !/\./.test(
      Number(value.toPrecision(16))
        .toString()
        .replace(/^0\.0{4,}/, ''),
    )
  );
}

function hasDouble(json: unknown): boolean {
  if (json instanceof JsonNumber) return json.isDouble;
  return typeof json === 'object' && json !== null && Object.values(json).some(hasDouble);
}
