import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../ask.ts';
import { API_VERSIONS } from '../../../src/backend/core.ts';
import { instantText, epochDayText } from '../../../src/value/instant.ts';
import { javaDouble } from '../../../src/value/java-double.ts';

/** Values as the database writes them: JSON text, since 64-bit integers and Java's doubles are no JavaScript. */
const strings = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => JSON.stringify(text));
const scalars = fc.oneof(
  fc.constantFrom('true', 'false'),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(javaDouble),
  strings,
  fc
    .record({
      seconds: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      nanos: fc.nat({ max: 999_999_999 }),
    })
    .map((instant) => `{"@ts":"${instantText(instant)}"}`),
  fc.bigInt({ min: -(10n ** 6n), max: 10n ** 7n }).map((days) => `{"@date":"${epochDayText(days)}"}`),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => `{"@bytes":"${Buffer.from(bytes).toString('base64')}"}`),
  fc.uuid().map((uuid) => `{"@uuid":"${uuid}"}`),
  fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    .map(
      (id) =>
        `{"@ref":{"id":"${String(id)}","collection":{"@ref":{"id":"c","collection":{"@ref":{"id":"collections"}}}}}}`,
    ),
  fc.constantFrom(
    '{"@ref":{"id":"tokens"}}',
    '{"@ref":{"id":"c","collection":{"@ref":{"id":"collections"}}}}',
  ),
);
const keys = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('@x', '@ts', '__proto__', '1'),
);

function object(members: readonly (readonly [string, string])[]): string {
  const text = `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`;
  return members.some(([key]) => key.startsWith('@')) ? `{"@obj":${text}}` : text;
}

const values = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
    fc
      .uniqueArray(fc.tuple(keys, tie('value')), { maxLength: 4, selector: ([key]) => key })
      .map((members) => object(members)),
  ),
})).value;

describe('values', () => {
  const database = emptyDatabase();
  beforeAll(async () => {
    await database.ask('{"create_collection":{"object":{"name":"c"}}}');
  });

  it('are written as they were read, in every version that writes refs as objects of that kind', async () => {
    const versions = fc.constantFrom(...API_VERSIONS.slice(API_VERSIONS.indexOf('2.7')));
    await fc.assert(
      fc.asyncProperty(values, versions, async (value, version) => {
        const { body } = await database.ask(`{"quote":${value}}`, { version });
        expect(body).toBe(`{"resource":${value}}`);
      }),
      { numRuns: 400 },
    );
  });

  it('are stored as they are', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const { status } = await database.ask(
          `{"create":{"ref":{"collection":"c"},"id":"1"},"params":{"quote":{"data":{"v":${value}}}}}`,
        );
        expect(status).toBe(201);
        const read = '{"get":{"ref":{"collection":"c"},"id":"1"}}';
        expect((await database.ask(`{"select":["data","v"],"from":${read}}`)).body).toBe(
          `{"resource":${value}}`,
        );
        expect(
          (
            await database.ask(
              `{"select":["data","v"],"from":{"delete":{"ref":{"collection":"c"},"id":"1"}}}`,
            )
          ).status,
        ).toBe(200);
      }),
      { numRuns: 150 },
    );
  });

  it('inside a lambda are written as they were read', async () => {
    await fc.assert(
      fc.asyncProperty(scalars, async (value) => {
        const lambda = `{"api_version":"4","lambda":["a","_"],"expr":{"equals":[{"var":"a"},${value}]}}`;
        const { body } = await database.ask(`{"@query":${lambda}}`);
        expect(body).toBe(`{"resource":{"@query":${lambda}}}`);
      }),
    );
  });
});

describe('refs of a child database', () => {
  it('say so to the parent, and not inside', async () => {
    const database = emptyDatabase();
    const secretOf = async (name: string, credential?: string): Promise<string> => {
      await database.ask(`{"create_database":{"object":{"name":"${name}"}}}`, {
        ...(credential && { credential }),
      });
      const key = `{"create_key":{"object":{"role":"admin","database":{"database":"${name}"}}}}`;
      return JSON.parse((await database.ask(key, { ...(credential && { credential }) })).body).resource
        .secret;
    };
    const parent = await secretOf('parent');
    const child = await secretOf('child', parent);
    await database.ask('{"create_collection":{"object":{"name":"c"}}}', { credential: child });

    const inside = '{"ref":{"collection":"c"},"id":"1"}';
    expect((await database.ask(inside, { credential: child })).body).toBe(
      '{"resource":{"@ref":{"id":"1","collection":{"@ref":{"id":"c","collection":{"@ref":{"id":"collections"}}}}}}}',
    );
    const db = '"database":{"@ref":{"id":"child","collection":{"@ref":{"id":"databases"}}}}';
    const c = `{"@ref":{"id":"c","collection":{"@ref":{"id":"collections"}},${db}}}`;
    const fromParent = '{"ref":{"collection":"c","scope":{"database":"child"}},"id":"1"}';
    expect((await database.ask(fromParent, { credential: parent })).body).toBe(
      `{"resource":{"@ref":{"id":"1","collection":${c}}}}`,
    );
    expect((await database.ask('{"keys":{"database":"child"}}', { credential: parent })).body).toBe(
      `{"resource":{"@ref":{"id":"keys",${db}}}}`,
    );
    // What is written can be read.
    expect((await database.ask(`{"exists":${c}}`, { credential: parent })).body).toBe('{"resource":true}');
    expect(
      (
        await database.ask(`{"select":["collection","database"],"from":${fromParent}}`, {
          credential: parent,
        })
      ).body,
    ).toBe('{"resource":{"@ref":{"id":"child","collection":{"@ref":{"id":"databases"}}}}}');
  });
});
