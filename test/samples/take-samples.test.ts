import { describe, expect, test } from 'vitest';
import { readSecret } from '../../src/expect/secret.ts';
import { isSampleSecret } from '../../src/expect/sample-secret.ts';
import { tokenFindings } from '../../src/expect/token.ts';
import type { Participant } from '../../src/run/participant.ts';
import { SampleError, type Samples } from '../../src/samples/sample.ts';
import { CURL, takeSamples } from '../../src/samples/take-samples.ts';
import { scenarios } from '../../src/scenario/index.ts';
import { firstDifference, fromWire, JsonObject, readJson, type Value } from '../../src/value/index.ts';
import { formatOf } from '../../src/format/index.ts';
import { modelDriver } from '../run/model-driver.ts';

const LOG_IN = { scenario: 'log-in-2020' };
const FORMATS = ['py/2.7', 'java/2.7', 'cs/2.9', 'go/2.7', 'js/4.3'] as const;

function take(
  participants: readonly Participant[],
  model = false,
  names = ['log-in-2020'],
): Promise<Samples> {
  return takeSamples({
    scenarios: scenarios.filter(({ name }) => names.includes(name)),
    participants,
    model,
    timeoutMs: 20_000,
    progress: () => undefined,
    signal: new AbortController().signal,
  });
}

function textOf(samples: Samples, driver: string, step?: string): string {
  const tab = samples.tab({ ...LOG_IN, ...(step === undefined ? {} : { step }) }, driver);
  if (tab.state === 'missing') throw new Error(`${driver}: ${tab.why}`);
  return tab.text;
}

function answered(samples: Samples): Value {
  const reading = readJson(textOf(samples, CURL));
  const resource =
    reading.ok && reading.json instanceof JsonObject ? reading.json.get('resource') : undefined;
  if (resource === undefined) throw new Error('curl shows no answer');
  return fromWire(resource);
}

describe('the samples of an example', () => {
  test('are of one value, which keeps the invariants of a token and is nobody’s', async () => {
    const samples = await take(FORMATS.map((format) => modelDriver({}, { name: format, format })));
    const value = answered(samples);
    expect(tokenFindings(value)).toEqual([]);
    const secret = value.kind === 'object' ? value.entries.find(([key]) => key === 'secret')?.[1] : undefined;
    const reading = readSecret(secret?.kind === 'string' ? secret.value : '');
    expect(reading.ok && isSampleSecret(reading.secret)).toBe(true);
    for (const id of FORMATS) {
      const format = formatOf(id);
      if (format === undefined) throw new Error(id);
      const said = format.parse(textOf(samples, id));
      const [first] = said.ok ? said.readings : [];
      expect(first && firstDifference(first, value), id).toBeUndefined();
    }
  });

  test('are the same, byte for byte, in every run', async () => {
    const texts = async (): Promise<readonly string[]> => {
      const samples = await take([modelDriver({}, { name: 'go', format: 'go/2.7' })]);
      return [CURL, 'go'].flatMap((driver) => [
        textOf(samples, driver),
        textOf(samples, driver, 'log in with metadata'),
      ]);
    };
    expect(await texts()).toEqual(await texts());
  });

  test('of any scenario whose answers are values can be taken', async () => {
    const names = scenarios.map(({ name }) => name);
    const samples = await take([modelDriver({}, { name: 'python' })], false, names);
    const states = scenarios.flatMap(({ name, steps }) =>
      steps
        .filter(({ answer }) => answer.kind === 'value')
        .map((step) => samples.tab({ scenario: name, step: step.name }, CURL).state),
    );
    expect(new Set(states)).toEqual(new Set(['printed']));
  });
});

describe('what is no sample is said', () => {
  test('a driver that was given another value: it asked twice', async () => {
    const taking = take([modelDriver({ times: 2 }, { name: 'twice' })]);
    await expect(taking).rejects.toThrow(SampleError);
    await expect(taking).rejects.toThrow('twice was given another value');
  });

  const absent: Participant = {
    ...modelDriver({}, { name: 'absent' }),
    open: async () => ({ kind: 'unavailable', missing: 'Python ≥ 3.9: not found', get: 'install it' }),
  };

  test('a driver that is not here', async () => {
    const samples = await take([absent]);
    expect(samples.tab(LOG_IN, 'absent')).toEqual({
      state: 'missing',
      title: 'absent',
      why: 'Python ≥ 3.9: not found',
    });
  });

  test('a model in its place, when it may', async () => {
    const samples = await take([absent, modelDriver({}, { name: 'here' })], true);
    expect(samples.tab(LOG_IN, 'absent')).toMatchObject({
      state: 'modelled',
      text: textOf(samples, 'here'),
      why: 'Python ≥ 3.9: not found',
    });
  });

  test('a driver that is here and raised: no model speaks for it', async () => {
    const raises = modelDriver(
      {
        answers: () => ({
          outcome: 'error',
          raised: { type: 'E', message: 'no' },
          prints: [Buffer.from('E\n'), Buffer.from('E\n')],
        }),
      },
      { name: 'raises' },
    );
    const samples = await take([raises], true);
    expect(samples.tab(LOG_IN, 'raises')).toMatchObject({ state: 'missing' });
  });

  test('a step whose answer is an error', async () => {
    const samples = await take([], false, ['wrong-password']);
    expect(samples.tab({ scenario: 'wrong-password' }, CURL)).toMatchObject({
      state: 'missing',
      why: 'the answer is an error, whose text changes from machine to machine',
    });
  });

  test('a step that there is not', async () => {
    const samples = await take([]);
    expect(() => samples.tab({ ...LOG_IN, step: 'log out' }, CURL)).toThrow('has no step "log out"');
  });
});
