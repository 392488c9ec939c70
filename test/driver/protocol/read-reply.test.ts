import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/driver/protocol/plain.ts';
import { readReply, type ReplyReading } from '../../../src/driver/protocol/read-reply.ts';
import { taggedSchema } from '../../../src/driver/protocol/tagged-schema.ts';
import { build, fromTagged, readJson, toTagged, writeJson, type Value } from '../../../src/value/index.ts';
import { answerOf, helloOf } from '../fake-shim.ts';

const strictly = (message: unknown): ReplyReading => readReply(JSON.stringify(message), { strict: true });

/** Every kind of value that a shim may report. */
const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value; ref: Value & { kind: 'ref' } }>((tie) => ({
  ref: fc
    .record({ id: fc.string(), collection: fc.option(tie('ref'), { nil: undefined, maxDepth: 3 }) })
    .map(({ id, collection }) => build.ref(id, collection)),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(build.nul),
    fc.boolean().map(build.bool),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(build.long),
    fc.double().map(build.double),
    fc.double().map(build.num),
    fc.string({ unit: 'binary' }).map((text) => build.str(text)),
    fc.uint8Array().map(build.bytes),
    fc.constantFrom(
      build.ts('2020-01-02T03:04:05.123456789Z'),
      build.date('2020-01-02'),
      build.unsaid('why'),
    ),
    fc.json().map((text) => {
      const reading = readJson(text);
      return build.query(reading.ok ? reading.json : null);
    }),
    tie('ref'),
    fc.array(tie('value')).map((items) => build.arr(items)),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => build.obj(entries)),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => build.set(entries)),
  ),
})).value;

describe('readReply', () => {
  it('reads every decoded value without loss, under the strict schema too', () => {
    fc.assert(
      fc.property(values, (value) => {
        const decoded = writeJson(toTagged(value));
        const text = JSON.stringify(answerOf('7', null)).replace(
          '"decoded":null',
          () => `"decoded":${decoded}`,
        );
        const reading = readReply(text, { strict: true });
        expect(reading).toMatchObject({ ok: true, reply: { type: 'answer', id: '7' } });
        if (!reading.ok || reading.reply.type !== 'answer' || reading.reply.answer.outcome !== 'value')
          throw new Error('not a value');
        expect(writeJson(toTagged(reading.reply.answer.decoded))).toBe(decoded);
      }),
    );
  });

  it('never throws, and a text that is no message is never accepted', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((json) => JSON.stringify(json)),
        ),
        (text) => {
          expect(readReply(text, { strict: true }).ok).toBe(false);
        },
      ),
    );
  });

  it('refuses any single member that is left out, added or of another type', () => {
    const messages: readonly Record<string, unknown>[] = [
      helloOf(),
      answerOf('1', { long: '1' }),
      { type: 'answer', id: '1', outcome: 'error', raised: { type: 't', message: 'm' }, prints: ['', ''] },
      {
        type: 'answer',
        id: '1',
        outcome: 'unprintable',
        decoded: true,
        raised: { type: 't', message: 'm' },
      },
      { type: 'answer', id: '1', outcome: 'unsupported', what: 'f' },
      { type: 'fault', message: 'm' },
    ];
    for (const message of messages) {
      expect(strictly(message).ok).toBe(true);
      const mutants = [
        { ...message, extra: 1 },
        ...Object.entries(message).flatMap(([member, value]) => {
          const { [member]: _left, ...without } = message;
          const other = { ...message, [member]: typeof value === 'object' ? 'text' : { long: value } };
          if (member === 'decoded') return [without];
          return member === 'concurrency' ? [other] : [without, other];
        }),
      ];
      expect(mutants.filter((mutant) => strictly(mutant).ok)).toEqual([]);
    }
  });

  it.each([
    ['no JSON', '{"type":', { id: undefined, problem: /not JSON: line 1, column 9/ }],
    ['no object', '[]', { id: undefined, problem: /not a JSON object/ }],
    [
      'an id that is a number',
      '{"type":"answer","id":7,"outcome":"unsupported","what":""}',
      { id: undefined, problem: /id: / },
    ],
    ['another outcome', '{"type":"answer","id":"7","outcome":"maybe"}', { id: '7', problem: /outcome: / }],
    [
      'one print',
      JSON.stringify({ ...answerOf('7', 1), decoded: null, prints: ['MQo='] }),
      { id: '7', problem: /prints/ },
    ],
    [
      'bad Base64',
      JSON.stringify({ ...answerOf('7', null), prints: ['MQo', 'MQo='] }),
      { id: '7', problem: /prints\.0: / },
    ],
    [
      'an untagged number',
      JSON.stringify(answerOf('7', [5])),
      { id: '7', problem: /"decoded" is not tagged JSON: \[0\]/ },
    ],
    ['nesting beyond the stack', '['.repeat(200_000), { id: undefined, problem: /nested|JSON/ }],
    [
      'decoded nesting beyond the stack',
      JSON.stringify(answerOf('7', 'X')).replace('"X"', '['.repeat(20_000) + ']'.repeat(20_000)),
      { problem: /nested|JSON/ },
    ],
  ])('says what is wrong with %s', (_name, text, { problem, ...rest }) => {
    const reading = readReply(text, { strict: true });
    expect(reading).toMatchObject({ ok: false, ...rest });
    expect(reading.ok ? '' : reading.problem).toMatch(problem);
  });

  it('holds decoded values against the contract only when asked', () => {
    const message = JSON.stringify(answerOf('7', { oneOf: [null] }));
    expect(readReply(message, { strict: false }).ok).toBe(true);
    expect(readReply(message, { strict: true })).toMatchObject({ ok: false, id: '7' });
  });
});

describe('the schema of decoded values', () => {
  it('accepts nothing that the reader of tagged JSON refuses', () => {
    const tag = fc.constantFrom(
      'long',
      'double',
      'number',
      'bytes',
      'object',
      'ref',
      'ts',
      'date',
      'set',
      'unsaid',
    );
    const text = fc.oneof(fc.string(), fc.constantFrom('1', '-1', '1.5', 'NaN', '-Infinity', 'AQ==', '1e5'));
    const tagged = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true),
        text,
        fc.array(tie('json'), { maxLength: 3 }),
        fc.tuple(tag, tie('json')).map(([name, content]) => ({ [name]: content })),
        fc.array(fc.tuple(fc.string(), tie('json')), { maxLength: 2 }).map((object) => ({ object })),
        fc.record({ id: fc.oneof(text, tie('json')), collection: tie('json') }).map((ref) => ({ ref })),
      ),
    })).json;
    fc.assert(
      fc.property(tagged, (json) => {
        const reading = readJson(JSON.stringify(json));
        if (!reading.ok) throw new Error('JSON.stringify wrote no JSON');
        fc.pre(taggedSchema.safeParse(plain(reading.json)).success);
        expect(fromTagged(reading.json)).toMatchObject({ ok: true });
      }),
      { numRuns: 500 },
    );
  });
});
