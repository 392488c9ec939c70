import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type Database } from '../ask.ts';
import { API_VERSIONS } from '../../../src/backend/core.ts';
import { FORMS } from '../../../src/backend/functions/table.ts';
import type { Reply } from '../../../src/backend/core.ts';

const SPECIAL_FORMS = [
  ['at', 'expr'],
  ['var'],
  ['let', 'in'],
  ['if', 'then', 'else'],
  ['quote'],
  ['object'],
  ['do'],
  ['and'],
  ['or'],
  ['select', 'from'],
  ['select', 'from', 'default'],
  ['select', 'from', 'all', 'default'],
  ['select_all', 'from'],
];
const TAGS = ['@ref', '@set', '@ts', '@date', '@bytes', '@uuid', '@query', '@obj', '@nothing'];

/** Values that functions are likely to take, or to stumble over. */
const scalars = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    '',
    'a',
    'c',
    'i',
    'day',
    'create',
    'self',
    'tokens',
    'é\u0000"',
    '2020-01-01T00:00:00Z',
  ),
  fc.integer({ min: -3, max: 70 }),
  fc.constantFrom(2 ** 31, -(2 ** 53), 1.5, -0.001, 1e21, 1e308),
  fc.string({ maxLength: 5 }),
);
const likely = fc.constantFrom(
  { collection: 'c' },
  { index: 'i' },
  { ref: { collection: 'c' }, id: '1' },
  { documents: { collection: 'c' } },
  { match: { index: 'i' }, terms: 1 },
  { tokens: null },
  { time: '2020-01-01T00:00:00Z' },
  { lambda: 'x', expr: { var: 'x' } },
  { query: { lambda: ['x', 'y'], expr: { var: 'y' } } },
  { paginate: { documents: { collection: 'c' } } },
);

/** Queries that look like FQL: every form with the right keys, arguments of any kind. */
const queries = fc.letrec<{ query: unknown; form: unknown; object: unknown }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    likely,
    tie('form'),
    fc.array(tie('query'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.oneof(
    fc
      .dictionary(fc.constantFrom('a', 'data', 'name', 'role', '@x'), tie('query'), { maxKeys: 3 })
      .map((object) => ({ object })),
    fc.tuple(fc.constantFrom(...TAGS), tie('query')).map(([tag, content]) => ({ [tag]: content })),
  ),
  form: fc
    .constantFrom(...SPECIAL_FORMS, ...FORMS.map(({ params }) => params.map(([key]) => key)))
    .chain((keys) =>
      fc
        .tuple(...keys.map(() => tie('query')))
        .map((args) => Object.fromEntries(keys.map((key, at) => [key, args[at]]))),
    ),
})).query;

interface Envelope {
  readonly resource?: unknown;
  readonly errors?: readonly Record<string, unknown>[];
}

/** What is wrong with an answer: it must be one value or some errors, with a status that fits. */
function problems({ status, body, costs, txnTime }: Reply): readonly string[] {
  const envelope: Envelope = JSON.parse(body);
  const { errors } = envelope;
  const checks: readonly (readonly [problem: string, isFine: boolean])[] =
    errors === undefined
      ? [
          ['more than a resource', Object.keys(envelope).join() === 'resource'],
          ['the status of an error', status === 200 || status === 201],
        ]
      : [
          ['more than errors', Object.keys(envelope).join() === 'errors' && errors.length > 0],
          ['the status of a success', [400, 403, 404, 500].includes(status)],
          ['an error of another shape', errors.every(isWellFormed)],
          // A failure of the server itself is one that the core has, too: never a JavaScript error.
          ['a failure of ours', status !== 500 || JVM.test(String(errors[0]?.['description']))],
          ['costs of a crash', (costs === undefined) === (status === 500)],
        ];
  return [['no time', txnTime > 0n] as const, ...checks].flatMap(([problem, isFine]) =>
    isFine ? [] : [`${problem}: ${String(status)} ${body}`],
  );
}

const JVM = /^(java|scala|fauna)\./;
const MEMBERS = ['position', 'code', 'description', 'failures', 'cause'];

function isWellFormed(error: Record<string, unknown>): boolean {
  const inOrder = MEMBERS.filter((key) => key in error).join() === Object.keys(error).join();
  return inOrder && typeof error['code'] === 'string' && typeof error['description'] === 'string';
}

describe('any query', () => {
  let database: Database;
  let secret: string;

  beforeAll(async () => {
    database = emptyDatabase();
    await database.ask('{"create_database":{"object":{"name":"d"}}}');
    const { body } = await database.ask(
      '{"create_key":{"object":{"role":"admin","database":{"database":"d"}}}}',
    );
    secret = JSON.parse(body).resource.secret;
    for (const query of [
      '{"create_collection":{"object":{"name":"c"}}}',
      '{"create_index":{"object":{"name":"i","source":{"collection":"c"},"terms":[{"object":{"field":["data","a"]}}]}}}',
      '{"create":{"ref":{"collection":"c"},"id":"1"},"params":{"object":{"data":{"object":{"a":1}}}}}',
    ])
      if ((await database.ask(query, { credential: secret })).status !== 201) throw new Error(query);
  });

  it('gets a well-formed answer: queries that look like FQL', async () => {
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(...API_VERSIONS), async (query, version) => {
        expect(problems(await database.ask(JSON.stringify(query), { credential: secret, version }))).toEqual(
          [],
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('gets a well-formed answer: any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        expect(problems(await database.ask(text, { credential: secret }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gets a well-formed answer: any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(problems(await database.ask(text, { credential: secret }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it nests deeper than the stack: forms within forms', async () => {
    const nested = `${'{"not":'.repeat(999)}true${'}'.repeat(999)}`;
    expect((await database.ask(nested, { credential: secret })).body).toBe('{"resource":false}');
  });
});
