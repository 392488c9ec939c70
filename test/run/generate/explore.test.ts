import { describe, expect, it } from 'vitest';
import { sessionOf } from '../../../src/driver/session/session-of.ts';
import { generatedSessions } from '../../../src/run/generate/sessions.ts';
import { generatedValues } from '../../../src/run/generate/values.ts';
import type { Participant } from '../../../src/run/participant.ts';
import { build, toTagged, writeJson, type Value } from '../../../src/value/index.ts';
import { modelDriver, type Lie } from '../model-driver.ts';
import { exploring, knowing, runGenerated, unexpected } from './run-generated.ts';

const values = exploring(generatedValues);
const sessions = exploring(generatedSessions);

/** Prints integers over 2^53 as a double would hold them. */
const rounding: Lie = {
  prints: (text) =>
    twice(
      text.replaceAll(/(?<![\w".'+-])-?\d{16,19}(?![\w".'])/g, (digits) => BigInt(Number(digits)).toString()),
    ),
};

describe('generated-values', () => {
  it('finds nothing about honest drivers', async () => {
    const record = await runGenerated(values, [
      modelDriver({}, { name: 'one' }),
      modelDriver({}, { name: 'two', format: 'http/2.7' }),
    ]);
    expect(unexpected(record)).toEqual([]);
    expect(record.totals.planned).toBe(record.totals.reported);
  });

  it('shrinks a print that rounds to one integer over 2^53', async () => {
    const record = await runGenerated(values, [modelDriver(rounding, { format: 'http/2.7' })]);
    const found = record.discoveries.find(({ expectation }) => expectation === 'prints what it decoded');
    expect(found?.shape).toBe('value: long ≠ long');
    const [smallest, ...more] = generatedValues.fromJson(found?.example ?? null);
    expect(more).toEqual([]);
    const long = theLong(smallest);
    expect(BigInt(Number(long))).not.toBe(long);
  });

  it('gives the same counter-example for its seed and path', async () => {
    const driver = modelDriver(rounding, { format: 'http/2.7' });
    const [first] = (await runGenerated(values, [driver])).discoveries;
    if (first === undefined) throw new Error('nothing was found');
    const again = await runGenerated(values, [driver], first.replay);
    expect(again.discoveries[0]).toMatchObject({ shape: first.shape, example: first.example });
  });

  it('stops after a few discoveries, and passes nothing that it has not seen', async () => {
    let count = 0;
    const lie: Lie = {
      prints: (text) => {
        count += 1;
        return [text, `${text}${'!'.repeat(count % 2)}`];
      },
      decodes: () => build.str('nonsense'),
    };
    const record = await runGenerated(values, [modelDriver(lie, { format: 'http/2.7' })]);
    expect(record.discoveries).toHaveLength(5);
    const passed = record.results.filter(
      ({ check, verdict }) => check.scenario === generatedValues.name && verdict === 'pass',
    );
    expect(passed).toEqual([]);
  });

  it('passes nothing when it is interrupted', async () => {
    const interruption = new AbortController();
    const driver = modelDriver({
      answers: () => {
        interruption.abort();
        return undefined;
      },
    });
    const record = await runGenerated(values, [driver], { signal: interruption.signal });
    const verdicts = record.results
      .filter(({ check }) => check.scenario === generatedValues.name)
      .map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(['not run']));
  });
});

describe('generated-sessions', () => {
  it('agrees with the embedded backend on more than a hundred sequences', async () => {
    const record = await runGenerated(exploring(generatedSessions, 120), [modelDriver()]);
    expect(unexpected(record)).toEqual([]);
    expect(record.discoveries).toEqual([]);
  }, 120_000);

  it('finds a driver that prints the third token of a case otherwise, with three tokens', async () => {
    const record = await runGenerated(sessions, [thirdTokenOtherwise()]);
    const found = record.discoveries.find(({ expectation }) => expectation === 'prints as its format does');
    const operations = generatedSessions.fromJson(found?.example ?? null);
    expect(operations).toHaveLength(3);
    expect(operations.every(({ do: what }) => what === 'log in' || what === 'create token')).toBe(true);
  });

  it('finds a driver that prints another code where a dead token is used', async () => {
    const lie: Lie = { printsError: (text) => twice(text.replace("'unauthorized'", "'authorized'")) };
    const record = await runGenerated(exploring(generatedSessions, 60), [modelDriver(lie)]);
    expect(record.discoveries.map(({ expectation }) => expectation)).toContain('prints the error');
  });
});

describe('a known divergence with an example', () => {
  const known = {
    scenario: generatedValues.name,
    expectation: 'prints what it decoded',
    shape: 'value: long ≠ long',
    example: JSON.parse(writeJson([toTagged(build.long(2n ** 53n + 1n))])) as [],
  };

  it('must fail, and is not discovered again', async () => {
    const record = await runGenerated(
      values,
      [modelDriver(rounding, { format: 'http/2.7' })],
      knowing(known),
    );
    expect(record.results.find(({ check }) => check.step === 'known')).toMatchObject({
      verdict: 'fail',
      known: 'known',
      expected: true,
    });
    expect(record.stale).toEqual([]);
    expect(record.discoveries.map(({ expectation }) => expectation)).not.toContain(known.expectation);
  });

  it('is stale when it passes', async () => {
    const record = await runGenerated(values, [modelDriver({}, { format: 'http/2.7' })], knowing(known));
    expect(record.stale).toMatchObject([{ id: 'known', problem: expect.stringMatching(/^passes now/) }]);
  });

  it('is red when its example cannot be read', async () => {
    const broken = { ...known, example: { no: 'list' } };
    const record = await runGenerated(values, [modelDriver({}, { format: 'http/2.7' })], knowing(broken));
    expect(unexpected(record)).toMatchObject([
      { check: { step: 'known' }, verdict: 'not run', finding: { move: 'scenario' } },
    ]);
  });
});

/** The one long of a value that fast-check has shrunk as far as it can. */
function theLong(value: Value | undefined): bigint {
  if (value?.kind === 'long') return value.value;
  if (value?.kind === 'array' && value.items.length === 1) return theLong(value.items[0]);
  if (value?.kind === 'object' && value.entries.length === 1) return theLong(value.entries[0]?.[1]);
  throw new Error('no long, or more than one value');
}

/** An honest driver, but for the third token that it prints with one secret. */
function thirdTokenOtherwise(): Participant {
  const honest = modelDriver();
  const printed = new Map<string, number>();
  return {
    ...honest,
    open: async (progress, signal) => {
      const opening = await honest.open(progress, signal);
      if (opening.kind !== 'ready') throw new Error('the model driver is always ready');
      const { session } = opening;
      return {
        kind: 'ready',
        session: sessionOf(session.hello, async (question) => {
          const answer = await session.ask(question, { timeoutMs: 10_000 });
          const isToken =
            answer.outcome === 'value' &&
            answer.decoded.kind === 'object' &&
            answer.decoded.entries.some(([key]) => key === 'secret');
          if (!isToken) return answer;
          const count = (printed.get(question.secret) ?? 0) + 1;
          printed.set(question.secret, count);
          if (count !== 3) return answer;
          const bytes = Buffer.from(`${Buffer.from(answer.prints[0]).toString('utf8').trimEnd()} \n`);
          return { ...answer, prints: [bytes, bytes] };
        }),
      };
    },
  };
}

function twice(text: string): readonly [string, string] {
  return [text, text];
}
