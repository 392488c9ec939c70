/** What direct reading keeps: whatever it takes, the careful reader takes too, as the same value and as that alone. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnprintableValue } from '../../../src/format/index.ts';
import type { Dialect } from '../../../src/format/js/dialect.ts';
import { IDS, NEWEST } from '../../../src/format/js/ids.ts';
import { PROFILES } from '../../../src/format/js/layout/profile.ts';
import { print } from '../../../src/format/js/print/print.ts';
import { readDirect } from '../../../src/format/js/read/direct/read-direct.ts';
import { parse, parseCarefully } from '../../../src/format/js/read/parse.ts';
import { build, type Value } from '../../../src/value/index.ts';
import { arbitraryChange } from '../laws.ts';
import { valuesOf } from './values.ts';

const DIALECTS: readonly (readonly [string, Dialect])[] = IDS.flatMap((traits) => [
  ...PROFILES.map((profile) => [`${traits.id}+${profile}`, { traits, profile }] as const),
  [
    `${traits.id}, inspected to any depth`,
    { traits, profile: 'n16', inspectedTo: Number.POSITIVE_INFINITY },
  ] as const,
]);
const N16: Dialect = { traits: NEWEST, profile: 'n16' };

describe.each(DIALECTS)('direct reading of %s', (_id, dialect) => {
  const { traits } = dialect;
  const unusual = valuesOf(traits, { names: 'any', tagKeys: true });
  const usual = valuesOf(traits, { wellFormed: true });
  const texts = fc
    .oneof(inContainer(usual), inContainer(unusual))
    .map((value) => printed(value, dialect) ?? '[]');

  test('reads what the careful reader reads, and nothing that it does not', () => {
    fc.assert(
      fc.property(texts, fc.array(arbitraryChange, { maxLength: 2 }), (text, changes) => {
        expectCareful(
          changes.reduce((before, change) => change(before), text),
          dialect,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('takes what has lost its white space, or got more of it', () => {
    fc.assert(
      fc.property(
        inContainer(usual),
        fc.constantFrom('', ' ', '\n', '\t \u00a0', '\r\n  '),
        (value, space) => {
          expectCareful((printed(value, dialect) ?? '[]').replaceAll(/(?<=[,:{[])\s*/g, space), dialect);
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** Values in a container, as direct reading begins with one, together with others like them. */
function inContainer(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof(
    fc.tuple(values, values).map((pair) => build.arr([...pair, build.str('é'), build.double(0.1)])),
    fc.tuple(values, values).map(([a, b]) => build.obj({ a, 'b c': b, d: build.str('nl\n') })),
    fc.tuple(values, values).map(([a, b]) => build.arr([build.obj({ a, b }), build.obj({ a: b, b: a })])),
  );
}

function expectCareful(text: string, dialect: Dialect): void {
  const direct = readDirect(text, dialect);
  if (direct === undefined) return;
  expect(parse(text, dialect)).toStrictEqual(parseCarefully(text, dialect));
}

// Ordinary prints need no second reader.
test.each(DIALECTS)('%s: ordinary values of many kinds are read directly', (_id, dialect) => {
  const { traits, profile } = dialect;
  const user = build.ref('1', build.ref('users', build.ref('collections')));
  const document = build.obj({
    ref: user,
    ts: build.long(1_600_000_000_000_000),
    name: build.str("it's é"),
    'with blanks': build.double(-0.5),
    height: build.double(1e-7),
    born: build.date('1990-02-03'),
    seen: build.ts('2021-05-06T07:08:09.123Z'),
    admin: build.bool(true),
    none: build.nul,
    nothing: build.arr([]),
    long: build.str('one line of many\n'.repeat(20)),
  });
  const value = build.obj({
    data: build.arr([document, document]),
    more: build.arr(Array.from({ length: 120 }, (_, index) => build.long(index))),
    deep: build.obj({ deep: build.obj({ deep: build.arr([build.obj({ a: document })]) }) }),
    tokens: build.ref('tokens'),
    set: build.set({ match: build.ref('i', build.ref('indexes')) }),
  });
  const text = print(value, dialect);
  const direct = readDirect(text, dialect);
  expect(direct, `${traits.id} on ${profile}: ${text}`).not.toBe(undefined);
  expectCareful(text, dialect);
});

// Each of these must be left to the careful reader: nothing prints it so, or it may be another value.
test.each([
  "['a',]",
  '["a"]',
  "['a' + 'b']",
  "['it\\'s']",
  "['\\x41']",
  "['a\tb']",
  "['\ud800']",
  "['a'... 1 more character]",
  '[01]',
  '[1.0]',
  '[1e21]',
  '[.5]',
  '[1.10]',
  '[0.0000001]',
  '[9007199254740993]',
  '[undefined]',
  '[nullx]',
  "{ 'a': 1 }",
  '{ a-b: 1 }',
  '{ a: 1, a: 2 }',
  "{ a: 1, '1': 2 }",
  "{ '2': 1, '1': 2 }",
  '{ __proto__: 1 }',
  "{ '@ref': 1 }",
  "{ '@query': 1 }",
  '{ a 1 }',
  '[[[[1]]]]',
  '[[Object]]',
  '[[[[Uint8Array]]]]',
  '[1, ... 2 more items]',
  `[${'1, '.repeat(100)}1]`,
  `[${'1, '.repeat(100)}... 2 more item]`,
  `[${'1, '.repeat(100)}... 0 more items]`,
  `[${'1, '.repeat(100)}... 02 more items]`,
  '[Time("2021-05-06T07:08:09")]',
  '[Ref(Indexes(), "1")]',
  '[Ref(Constructor(), "1")]',
  '[Ref(Collection("a"),"1")]',
  '[Ref(Collection(""), "1")]',
  '[Ref(Collection("a b"), "1")]',
  '[Ref(tokens(), "1")]',
  '[Access_providers()]',
  '[Collection("a", Collection("b"))]',
  '[Ref { value: 1 }]',
  "[FaunaDate { value: '2018-01-02' }]",
  '[Bytes("A")]',
  '[null]x',
  '[null',
])('%s is not read directly', (text) => {
  expect(readDirect(text, N16)).toBe(undefined);
});

test('nesting is read as deep as the careful reader goes', () => {
  const dialect: Dialect = { ...N16, inspectedTo: Number.POSITIVE_INFINITY };
  const inners = ['[1]', '1', '[]', 'Time("2018-01-02T03:04:05Z")', 'Tokens()', 'Ref(Collection("a"), "1")'];
  for (const inner of inners)
    for (let levels = 395; levels < 403; levels += 1)
      expectCareful('['.repeat(levels) + inner + ']'.repeat(levels), dialect);
  for (const text of ['['.repeat(1_000_000), `[${'Ref('.repeat(1_000_000)}`])
    expect(readDirect(text, dialect)).toBe(undefined);
  expect(readDirect('['.repeat(400) + ']'.repeat(400), dialect)).not.toBe(undefined);
  expect(parse('['.repeat(1_000_000), dialect)).toMatchObject({
    ok: false,
    error: { offset: 401, expected: 'a value nested less than 400 levels deep' },
  });
});

test('a text makes nobody build an array of what it says was cut off', () => {
  const text = `[${'1, '.repeat(100)}... 1000000000 more items]`;
  expect(parse(text, N16)).toMatchObject({ readings: [build.str(text)], onlyAsString: { offset: 0 } });
});

function printed(value: Value, dialect: Dialect): string | undefined {
  try {
    return print(value, dialect);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return undefined;
    throw cause;
  }
}
