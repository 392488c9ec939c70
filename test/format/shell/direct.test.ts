/** What direct reading keeps: whatever it takes, the careful reader takes too, as the same value and as that alone. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { readText, type Readers } from '../../../src/format/shell/direct/readers.ts';
import { driverOn } from '../../../src/format/shell/dialects.ts';
import { evalJsonFormat, indentedJsonFormat } from '../../../src/format/shell/eval-json.ts';
import { jsonFormat } from '../../../src/format/shell/json/json-format.ts';
import { stringifiedFormat, stringifiedReaders } from '../../../src/format/shell/stringified.ts';
import { build, inGeneration, jsonObject, type Value } from '../../../src/value/index.ts';
import { valuesOf } from '../js/values.ts';
import { arbitraryChange, runsOf } from '../laws.ts';

const NEWEST = driverOn('js/4.3', 'n16');

interface Held {
  readonly format: Format;
  readonly driver: string;
  readonly readers: Readers;
}

const STRINGIFIED: Held = { format: stringifiedFormat, driver: 'js/2.0', readers: stringifiedReaders };
const EVAL: Held = {
  format: evalJsonFormat,
  driver: 'js/4.3',
  readers: jsonFormat('shell/eval-json', NEWEST).readers,
};
const INDENTED: Held = {
  format: indentedJsonFormat,
  driver: 'js/4.3',
  readers: jsonFormat('shell/eval-json+4.0', NEWEST, 2).readers,
};
const ALL = [STRINGIFIED, EVAL, INDENTED].map((held) => [held.format.id, held] as const);

describe.each(ALL)('direct reading of %s', (_id, { format, driver, readers }) => {
  const { traits } = driverOn(driver, 'n16');
  const usual = together(valuesOf(traits, { wellFormed: true }));
  const unusual = together(valuesOf(traits, { names: 'any', tagKeys: true }));
  const times = 4;
  const { numRuns } = runsOf(format);

  test('reads what the careful reader reads, and nothing that it does not', () => {
    const changes = fc.array(fc.oneof(arbitraryChange, puzzlingChange), { maxLength: 2 });
    fc.assert(
      fc.property(fc.oneof(usual, unusual), changes, (value, changed) => {
        const text = changed.reduce((before, change) => change(before), printed(value, format) ?? '[]');
        expectCareful(text, readers);
      }),
      { numRuns: numRuns * times },
    );
  });

  test('takes what has lost its white space, or got more of it', () => {
    fc.assert(
      fc.property(
        usual,
        fc.constantFrom('', ' ', '\n', '\t \u00a0', '\r\n  ', '\v', '\f'),
        (value, space) => {
          expectCareful((printed(value, format) ?? '[]').replaceAll(/(?<=[,:{[])\s*/g, space), readers);
        },
      ),
      { numRuns },
    );
  });

  test('takes ordinary values of many kinds', () => {
    const text = format.print(inGeneration(MANY_KINDS, traits.generation));
    expect(readers.readDirectly(text), text).not.toBe(undefined);
    expectCareful(text, readers);
    expectCareful(` ${text}\n`, readers);
  });

  test('goes as deep as the careful reader, or less deep', () => {
    const inners = [
      '1',
      '[]',
      '{}',
      '{"@ts":"2018-01-02T03:04:05Z"}',
      '{"@set":{"a":[1]}}',
      '{"@query":{"a":"b"}}',
    ];
    const calls = ['Ref("tokens")', 'Ref(Class("a"), "1")', 'Class("a", Database("b", Database("c")))'];
    for (const inner of [...inners, ...calls])
      for (let levels = 385; levels < 405; levels += 1)
        expectCareful('['.repeat(levels) + inner + ']'.repeat(levels), readers);
    expect(readers.readDirectly('['.repeat(380) + ']'.repeat(380))).not.toBe(undefined);
  });

  test('takes no stack', () => {
    const openings = ['[', '{"a":', '{"@set":', '{"@query":{"a":', 'Ref(', 'Class("a", Database("b", '];
    const refs = ['{"@ref":{"id":"a","collection":', '{"@ref":{"id":"a","database":'];
    for (const opening of [...openings, ...refs])
      expect(readers.readDirectly(opening.repeat(200_000)), opening).toBe(undefined);
  });
});

/** Values in containers together with others like them, as most prints have them. */
function together(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof(
    values,
    fc.tuple(values, values).map((pair) => build.arr([...pair, build.str('é'), build.double(-0.1)])),
    fc.tuple(values, values).map(([a, b]) => build.obj({ a, 'b c': b, d: build.str('nl\n') })),
    fc.tuple(values, values).map(([a, b]) => build.arr([build.obj({ a, b }), build.obj({ a: b, b: a })])),
    fc.tuple(values, values).map(([a, b]) => build.obj({ 1: a, 20: b, c: build.long(0) })),
  );
}

/** Something put in that one of the readers could take for something else. */
const puzzlingChange = fc
  .tuple(
    fc.nat(),
    fc.constantFrom(
      '$',
      '$$',
      "$'",
      '-',
      '-0',
      '00',
      '"@ts":',
      '"@obj":',
      '"1":0,',
      '\\u0041',
      '\v',
      '\ud800',
      'Z',
    ),
  )
  .map(([place, piece]) => (text: string): string => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + piece + text.slice(at);
  });

function expectCareful(text: string, readers: Readers): void {
  if (readers.readDirectly(text) === undefined) return;
  const careful = readers.readCarefully(text);
  expect(readText(text, readers), careful.ok ? text : `${careful.error.expected}: ${text}`).toStrictEqual(
    careful,
  );
}

const USER = build.ref('1', build.ref('users', build.ref('collections')));
const DOCUMENT = build.obj({
  ref: USER,
  ts: build.long(1_600_000_000_000_000),
  name: build.str('it\'s "é" \\ \n \ud800'),
  price: build.str('$5, $$, $&'),
  'with blanks': build.double(-0.5),
  height: build.double(1e-7),
  zero: build.long(0),
  huge: build.double(1.5e300),
  born: build.date('1990-02-03'),
  seen: build.ts('2021-05-06T07:08:09.123Z'),
  admin: build.bool(true),
  none: build.nul,
  nothing: build.arr([]),
  bytes: build.bytes([1, 2, 255]),
});
const MANY_KINDS = build.obj({
  data: build.arr([
    DOCUMENT,
    DOCUMENT,
    build.obj({}),
    build.obj({ 2: build.nul, 10: build.nul, a: build.nul }),
  ]),
  tokens: build.ref('tokens'),
  index: build.ref('i', build.ref('indexes'), build.ref('d', build.ref('databases'))),
  key: build.ref('1', build.ref('keys')),
  set: build.set({ match: build.ref('i', build.ref('indexes')), terms: build.str('a') }),
  lambda: build.query(
    jsonObject({ lambda: 'x', expr: jsonObject({ add: ['a(b]', jsonObject({ var: 'x' })] }) }),
  ),
});

// Each of these must be left to the careful reader: nothing prints it so, or it may be another value.
const LIARS = [
  '-0',
  '01',
  '1.0',
  '1E5',
  '1e5',
  '9007199254740993',
  '0.0000001',
  '.5',
  'nullx',
  "'a'",
  '"\\u0041"',
  '"\\/"',
  '"\t"',
  '"\ud800"',
  '[1,]',
  '{"a":1,"a":2}',
  '{"a":1,"1":2}',
  '{"2":1,"1":2}',
  '{"\\u0061":1}',
  '{"a" :1}',
  '{a:1}',
  '{"@obj":{"a":1}}',
  '{"@set":{"a":1},"b":2}',
  '{"a":1,"@set":{"b":2}}',
  '{"@set":[1]}',
  '{"@bytes":"A"}',
  '{"@bytes":"AB=="}',
  '{"@bytes":"A_-="}',
  '{"@query":1}',
  '{"@query":{"a":1}',
  '{"@query":{"a":01}}',
  'null]',
];
const WIRE_LIARS = [
  '{"@ref":{"id":""}}',
  '{"@ref":{"id":1}}',
  '{"@ref":"classes/a"}',
  '{"@ref":{"id":"1","database":{"@ref":{"id":"d"}},"collection":{"@ref":{"id":"a"}}}}',
  '{"@ref":{"id":"1","class":{"@ref":{"id":"a"}}}}',
  '{"@ref":{"id":"1","collection":null}}',
  '{"@ref":{"id":"1"},"a":1}',
  '{"@ts":"2018-01-02T03:04:05"}',
  '{"@ts":1}',
  'Time("2018-01-02T03:04:05Z")',
  'Ref("a")',
];
const CALL_LIARS = [
  '{"@ref":{"id":"a"}}',
  '{"@ts":"2018-01-02T03:04:05Z"}',
  '{"@date":"2018-01-02"}',
  'Time("2018-01-02T03:04:05")',
  'Date("$")',
  'Date("")',
  'Ref("")',
  'Ref("a$b")',
  'Ref("a b")',
  'Ref(Class("a"),"1")',
  'Ref(Class("indexes"), "1")',
  'Ref(Ref("keys"), "1")',
  'Ref(Class("constructor"), "1")',
  'Ref(Time("Z"), "1")',
  'Class("a", Class("b"))',
  'Collection("a")',
  'Class("a"',
  '"$$shell_replacement_$0$$"',
];

describe.each([
  [STRINGIFIED.format.id, STRINGIFIED, [...LIARS, ...CALL_LIARS]] as const,
  [EVAL.format.id, EVAL, [...LIARS, ...WIRE_LIARS]] as const,
])('%s leaves to the careful reader', (_id, { readers }, liars) => {
  test.each(liars)('%s', (liar) => {
    expect(readers.readDirectly(`[1,${liar}]`)).toBe(undefined);
    expect(readers.readDirectly('[1,2]')).not.toBe(undefined);
  });
});

/** A long text without a string, which could hold the liar. */
const FIELDS = Array.from({ length: 3_000 }, (_, index) => `"a${index}":null`).join(',');

describe('long texts that no release wrote', () => {
  test.each(['-0', '01', '1.0', '"\\u0041"', '{"a":1,"a":2}', '{"@obj":{}}', '{"@bytes":"AB=="}', 'null]'])(
    '%s',
    (liar) => {
      const readings = ALL.map(([, { format }]) => format.parse(`{${FIELDS},"b":${liar}}`));
      expect(readings.map(({ ok }) => ok)).toStrictEqual([false, false, false]);
    },
  );
});

function printed(value: Value, format: Format): string | undefined {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}

test.each([
  '{"@ref":{"id":{"toString":null}}}',
  '{"@date":{"toString":null}}',
  '{"@query":{"@date":{"toString":null}}}',
  '{"@query":[{"@ref":{"id":{"toString":null}}}]}',
])('%s, which has no text, is no print', (text) => {
  expect(stringifiedFormat.parse(text)).toMatchObject({ ok: false });
});
