import { describe, expect, test } from 'vitest';
import { formatOf, type UnprintableValue } from '../../../src/format/index.ts';
import {
  JsonObject,
  build,
  describeTextError,
  jsonObject,
  show,
  type Value,
} from '../../../src/value/index.ts';

const js43 = formatOf('js/4.3');
if (js43 === undefined) throw new Error('js/4.3 is not in the table of formats');
const { arr, bool, date, double, long, nul, obj, query, ref, set, str } = build;

const INDEX = ref('i', ref('indexes'));
const MATCH = set({ match: INDEX, terms: str('x') });

describe('js/4.3 print', () => {
  test.each<[string, Value, string]>([
    ['a long that rounds', long(2n ** 63n - 1n), '9223372036854776000'],
    ['minus zero', double(-0), '-0'],
    [
      'array indexes first',
      obj([
        ['b', long(1)],
        ['2', long(2)],
        ['1', long(3)],
      ]),
      "{ '1': 3, '2': 2, b: 1 }",
    ],
    ['the key __proto__', obj([['__proto__', nul]]), "{ ['__proto__']: null }"],
    [
      'a document in a database',
      ref('1', ref('c', ref('collections'), ref('d', ref('databases')))),
      'Ref(Collection("c", Database("d")), "1")',
    ],
    ['a single ref as a term', set({ match: INDEX, terms: INDEX }), 'Match(Index("i"), undefined)'],
    [
      'a single date as a term',
      set({ match: INDEX, terms: date('2018-01-02') }),
      'Match(Index("i"), undefined)',
    ],
    ['a ref among terms', set({ match: INDEX, terms: arr([INDEX]) }), 'Match(Index("i"), [Index("i")])'],
    ['the terms false', set({ match: INDEX, terms: bool(false) }), 'Match(Index("i"))'],
    ['minus zero as a term', set({ match: INDEX, terms: double(-0) }), 'Match(Index("i"))'],
    ['one bound, whichever', set({ range: MATCH, to: long(2) }), 'Range(Match(Index("i"), "x"), 2)'],
    [
      'a lambda',
      query(
        jsonObject({ lambda: 'x', expr: jsonObject({ containsstr: jsonObject({ var: 'x' }), search: 'y' }) }),
      ),
      'Query(Lambda("x", ContainsStr(Var("x"), "y")))',
    ],
    [
      'a native collection named like a method',
      ref('1', ref('valueOf')),
      'function valueOf() { [native code] }("1")',
    ],
    [
      'a user object that looks like a date',
      obj([
        ['@date', str('x')],
        ['b', nul],
      ]),
      'Date("x")',
    ],
  ])('%s', (_what, value, text) => {
    expect(js43.print(value)).toBe(text);
  });

  test.each<[string, Value, UnprintableValue['where'], string]>([
    ['an empty id', ref(''), 'decode', 'InvalidValue: id cannot be null or undefined'],
    [
      'a time with an offset',
      build.ts('2018-01-02T03:04:05+01:00'),
      'decode',
      "InvalidValue: Only allowed timezone is 'Z', got: 2018-01-02T03:04:05+01:00",
    ],
    [
      'an empty object in an expression',
      query(new JsonObject([])),
      'print',
      "TypeError: Cannot read properties of undefined (reading 'split')",
    ],
    [
      'a function named like a method',
      query(jsonObject({ toString: nul.kind })),
      'print',
      'TypeError: fn.split is not a function',
    ],
  ])('fails for %s', (_what, value, where, message) => {
    expect(() => js43.print(value)).toThrow(
      expect.objectContaining({ name: 'UnprintableValue', where, message }),
    );
  });
});

describe('js/4.3 parse', () => {
  test.each<[string, string, string]>([
    ['a number may be a string', '1', '1‹long or double› | "1"'],
    ['a word is a string', 'plain', '"plain"'],
    [
      'layout is free',
      '{\r\nref:Ref(Tokens(), "1"),a:\'b\'}',
      '{ref: ref tokens/1 in ‹not printed›, a: "b"} | …',
    ],
    [
      'indentation may be stripped',
      '{\nref: Ref(Tokens(), "1"),\na: \'b\'\n}',
      '{ref: ref tokens/1 in ‹not printed›, a: "b"} | …',
    ],
    [
      'what is too deep',
      '{ a: { b: { c: [Object], d: [Array] } } }',
      '{a: {b: {c: ‹an object, nested too deep to be printed›, d: ‹an array, nested too deep to be printed›}}} | …',
    ],
    [
      'one bound',
      'Range(Match(Index("i"), "x"), 2)',
      'set {range: set {match: ref indexes/i, terms: "x"}, from: 2‹long or double›} or set {range: set {match: ref indexes/i, terms: "x"}, to: 2‹long or double›} | …',
    ],
    ['a name with a quote', '[ Collection("we"ird") ]', '[ref collections/we"ird] | …'],
    [
      'a line feed in a name loses its indentation',
      '{\n  a: Collection("x\n  y")\n}',
      '{a: ref collections/x\ny} | …',
    ],
  ])('%s', (_what, text, readings) => {
    const reading = js43.parse(text);
    const shown = reading.ok ? reading.readings.map(show) : [describeTextError(reading.error)];
    const expected = readings.endsWith(' | …')
      ? [readings.slice(0, -4), JSON.stringify(text)]
      : readings.split(' | ');
    expect(shown).toStrictEqual(expected);
  });

  test.each([
    ['{ a: 1, b }', 'line 1, column 11: expected ":"\n{ a: 1, b }\n          ^'],
    ['[ 1, 2', 'line 1, column 7: expected "," or "]"\n[ 1, 2\n      ^'],
    ["{ a: 'x }", "line 1, column 6: expected a closing quote\n{ a: 'x }\n     ^"],
    [
      '{ a: [Object] }',
      'line 1, column 6: expected the text as the driver prints it\n{ a: [Object] }\n     ^',
    ],
    ['{ b: 1, 1: 2 }', 'line 1, column 9: expected a key\n{ b: 1, 1: 2 }\n        ^'],
  ])('says where %s is no structure, and keeps it as a string', (text, message) => {
    const reading = js43.parse(text);
    expect(reading).toMatchObject({ ok: true, readings: [str(text)] });
    expect(reading.ok && reading.onlyAsString && describeTextError(reading.onlyAsString)).toBe(message);
  });

  test('nesting beyond the stack is an error, not a crash', () => {
    expect(js43.parse('['.repeat(100_000))).toMatchObject({
      onlyAsString: { offset: 401, expected: 'a value nested less than 400 levels deep' },
    });
  });
});

describe('js/4.3 parseError', () => {
  const headless =
    "[NotFound: instance not found] {\n  description: 'x',\n  requestResult: RequestResult {\n    responseRaw: '{\"errors\":[]}',\n    statusCode: 404\n  }\n}";

  test.each([
    [
      'an error of the driver itself',
      'ClientClosed: The Client has already been closed\n    at a (b.js:1:2) {\n  description: undefined\n}',
      { type: 'ClientClosed', message: 'The Client has already been closed' },
    ],
    ['an error without a stack', headless, { type: 'NotFound', status: 404, errors: [] }],
    [
      'keys of Node.js 20 and 24 that are symbols',
      headless.replace(
        'responseRaw',
        'a: { [Symbol(sensitiveHeaders)]: [] },\n    b: { Symbol(sensitiveHeaders): [] },\n    responseRaw',
      ),
      { type: 'NotFound', status: 404, errors: [] },
    ],
    [
      'a message of two lines',
      'InvalidArity: Get function requires from 1 to 2 argument(s) but 0 were given\nFor more info, see the docs: x\n    at a (b.js:1:2)',
      {
        type: 'InvalidArity',
        message:
          'Get function requires from 1 to 2 argument(s) but 0 were given\nFor more info, see the docs: x',
      },
    ],
  ])('reads %s', (_what, text, error) => {
    expect(js43.parseError(text)).toStrictEqual({ ok: true, error });
  });

  test('takes the first error alone from an answer whose text was cut', () => {
    const text = headless.replace("}',", "'... 12 more characters,");
    expect(js43.parseError(text)).toMatchObject({
      error: { errors: [{ code: 'instance not found', description: 'x' }] },
    });
  });

  test.each([
    ['', 'an error: its name, ": " and a message'],
    ['NotFound: x {\n  a: }', 'an inspected value'],
    ["NotFound: x {\n  a: '", 'a closing quote'],
  ])('says where %j is no printed error', (text, expected) => {
    expect(js43.parseError(text)).toMatchObject({ ok: false, error: { expected } });
  });
});
