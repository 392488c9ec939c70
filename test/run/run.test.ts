import { describe, expect, it } from 'vitest';
import { embeddedBackend } from '../../src/backend/index.ts';
import type { Participant } from '../../src/run/participant.ts';
import { run } from '../../src/run/run.ts';
import type { RunSettings } from '../../src/run/run-settings.ts';
import { scenarios } from '../../src/scenario/index.ts';
import { findSecrets } from '../../src/report/secrets.ts';
import { build, JsonObject, writeJson } from '../../src/value/index.ts';
import type { RunRecord } from '../../src/verdict/record.ts';
import { modelDriver, type Lie } from './model-driver.ts';

const only = (...names: readonly string[]) => scenarios.filter(({ name }) => names.includes(name));

function runWith(
  participants: readonly Participant[],
  settings: Partial<RunSettings> = {},
): Promise<RunRecord> {
  return run({
    scenarios: only('log-in-2020', 'wrong-password'),
    generators: [],
    participants,
    backend: embeddedBackend(),
    known: { version: 1, entries: [] },
    seed: 1,
    timeoutMs: 10_000,
    version: '0.0.0',
    progress: () => undefined,
    signal: new AbortController().signal,
    ...settings,
  });
}

const red = (record: RunRecord): string[] => [
  ...new Set(record.results.filter(({ expected }) => !expected).map(({ check }) => check.expectation)),
];

describe('an honest driver', () => {
  it('passes every check of every scenario, and nothing is lost', async () => {
    const record = await runWith([modelDriver(), modelDriver({}, { name: 'second' })], { scenarios });
    expect(
      record.results.filter(({ expected }) => !expected).map(({ check, finding }) => ({ ...check, finding })),
    ).toEqual([]);
    expect(record.totals).toMatchObject({ unexpected: 0, planned: record.results.length });
  });

  it('gives the same record for the same seed, apart from the volatile part', async () => {
    const stable = async (): Promise<string> => {
      const { volatile: _volatile, ...rest } = await runWith([
        modelDriver(),
        modelDriver({}, { name: 'second' }),
      ]);
      return JSON.stringify(rest);
    };
    expect(await stable()).toBe(await stable());
  });
});

describe('a liar is caught', () => {
  it.each<[string, Lie, string[]]>([
    ['that sends another query', { sends: (query) => [query] }, ['sends the query']],
    ['that sends its queries twice', { times: 2 }, ['sends the query']],
    [
      'that says nothing of what it decoded',
      { decodes: () => build.unsaid('not shown') },
      ['decodes what was answered'],
    ],
    [
      'that says nothing of a part of what it decoded',
      {
        decodes: (value) =>
          value.kind === 'object'
            ? build.obj(value.entries.map(([key]) => [key, build.unsaid('not shown')]))
            : value,
      },
      ['decodes what was answered'],
    ],
    ['that prints nothing of an error', { printsError: () => twice('') }, ['prints the error']],
    [
      'that prints of an error only that there is one',
      {
        printsError: () =>
          twice('ErrorData(code=None, description=None, position=None, failures=None, cause=None)'),
      },
      ['prints the error'],
    ],
    [
      'that decodes something else',
      { decodes: (value) => (value.kind === 'object' ? build.obj(value.entries.slice(1)) : value) },
      ['decodes what was answered', 'prints what it decoded'],
    ],
    [
      'that loses a member while printing',
      { prints: (text) => twice(text.replace(/^\{'ref': .*?\)\), /, '{')) },
      ['prints what it decoded', 'prints as its format does'],
    ],
    [
      'that prints a blank more',
      { prints: (text) => twice(text.replace(': ', ':  ')) },
      ['prints as its format does'],
    ],
    [
      'that prints no structure',
      { prints: () => twice('{') },
      ['prints what it decoded', 'prints as its format does'],
    ],
    ['whose second print differs', { prints: (text) => [text, `${text} `] }, ['prints the same text twice']],
    [
      'that prints another error',
      { printsError: (text) => twice(text.replace('authentication', 'identification')) },
      ['prints the error'],
    ],
  ])('%s', async (_what, lie, expectations) => {
    const record = await runWith([modelDriver(lie), modelDriver({}, { name: 'second' })]);
    for (const expectation of expectations) expect(red(record)).toContain(expectation);
    expect(record.results.filter(({ check, expected }) => check.driver === 'second' && !expected)).toEqual(
      [],
    );
  });

  it('that disagrees with the others', async () => {
    const lie: Lie = { prints: (text) => twice(text.replace("'device': 'phone'", "'device': 'fax'")) };
    const record = await runWith([modelDriver(lie), modelDriver({}, { name: 'second' })]);
    expect(red(record)).toContain('agrees with the other drivers');
  });
});

describe('what breaks', () => {
  it.each<[string, Lie]>([
    [
      'crashed',
      { answers: () => ({ outcome: 'crashed', exit: 'exit status 7', stderr: 'boom', alongside: 0 }) },
    ],
    ['timed out', { answers: () => ({ outcome: 'timed out', afterMs: 5, stderr: '' }) }],
    ['protocol error', { answers: () => ({ outcome: 'protocol error', problem: 'no JSON', stderr: '' }) }],
    ['unsupported', { answers: () => ({ outcome: 'unsupported', what: 'login' }) }],
  ])('%s is a verdict of its own, and the other driver does not notice', async (verdict, lie) => {
    const record = await runWith([modelDriver(lie), modelDriver({}, { name: 'second' })]);
    const verdicts = (driver: string) => new Set(answers(record, driver).map((result) => result.verdict));
    expect(verdicts('model')).toContain(verdict);
    expect(verdicts('model')).not.toContain('pass');
    expect(verdicts('second')).not.toContain('fail');
    expect(record.totals.planned).toBe(record.totals.reported);
  });

  it('a driver that cannot be had is unavailable in every check, and no pass', async () => {
    const absent: Participant = {
      ...modelDriver({}, { name: 'absent' }),
      open: async () => ({ kind: 'unavailable', missing: 'Cobol 2000: not found', get: 'install it' }),
    };
    const record = await runWith([modelDriver(), absent]);
    const results = record.results.filter(({ check }) => check.driver === 'absent');
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['unavailable']));
    expect(results).not.toHaveLength(0);
  });

  it('a set-up that the backend refuses is red, and names the backend', async () => {
    const [first] = only('log-in-2020');
    if (first === undefined) throw new Error('no scenario');
    const broken = {
      ...first,
      setUp: [{ name: 'nonsense', query: () => new JsonObject([['nonsense', null]]) }],
    };
    const record = await runWith([modelDriver()], { scenarios: [broken] });
    expect(answers(record).every(({ verdict, expected }) => verdict === 'not run' && !expected)).toBe(true);
    expect(record.results[0]?.finding?.move).toBe('backend');
  });

  it('an interrupted run reports what did not run', async () => {
    const record = await runWith([modelDriver()], { signal: AbortSignal.abort() });
    expect(new Set(answers(record).map(({ verdict }) => verdict))).toEqual(new Set(['not run']));
    expect(answers(record).filter(({ expected }) => expected)).toEqual([]);
  });

  it('a run that is interrupted waits for no answer, blames nobody, and keeps what ran', async () => {
    const interruption = new AbortController();
    const lie: Lie = {
      answers: ({ query }) => {
        if (writeJson(query).includes('phone')) interruption.abort();
        return undefined;
      },
    };
    const record = await runWith([modelDriver(lie)], {
      scenarios: only('log-in-2020', 'identify'),
      signal: interruption.signal,
    });
    const by = (step: string) => answers(record).filter(({ check }) => check.step === step);
    expect(by('log in').some(({ verdict }) => verdict === 'pass')).toBe(true);
    expect(new Set(by('log in with metadata').map(({ verdict }) => verdict))).toEqual(new Set(['not run']));
    expect(answers(record).filter(({ finding }) => finding?.move === 'shim')).toEqual([]);
    expect(record.totals.planned).toBe(record.totals.reported);
  });

  it('a run that is interrupted while a driver is set up reports its checks as not run', async () => {
    const interruption = new AbortController();
    const slow: Participant = {
      ...modelDriver(),
      open: async (_progress, signal) => {
        interruption.abort(new Error('interrupted'));
        signal.throwIfAborted();
        throw new Error('it was not aborted');
      },
    };
    const record = await runWith([slow], { signal: interruption.signal });
    expect(new Set(record.results.map(({ verdict }) => verdict))).toEqual(new Set(['not run']));
  });

  it('a shim that crashes shows no secret of another case, and not all of what it wrote', async () => {
    let first: string | undefined;
    const lie: Lie = {
      answers: ({ secret }) => {
        first ??= secret;
        const stderr = `${'noise\n'.repeat(1000)}Authorization: Bearer ${first}`;
        return { outcome: 'crashed', exit: 'exit status 7', stderr, alongside: 0 };
      },
    };
    const record = await runWith([modelDriver(lie)], { scenarios });
    const details = answers(record).map(({ finding }) => finding?.detail ?? '');
    expect(findSecrets(details.join('\n'))).toEqual([]);
    expect(details.join('\n')).toContain('Bearer');
    expect(Math.max(...details.map((detail) => detail.length))).toBeLessThan(1000);
  });

  it('an answer that is missing loses no check of the steps that look back at it', async () => {
    let asked = 0;
    const lie: Lie = {
      answers: () => {
        asked += 1;
        return asked === 1
          ? { outcome: 'crashed', exit: 'exit status 7', stderr: '', alongside: 0 }
          : undefined;
      },
    };
    const record = await runWith([modelDriver(lie)], { scenarios: only('two-tokens') });
    const back = answers(record).filter(({ check }) => check.expectation === 'the answer is another token');
    expect(back).toMatchObject([{ verdict: 'not run', expected: false, finding: { move: 'scenario' } }]);
    expect(answers(record).find(({ check }) => check.step === 'use the second')?.verdict).toBe('pass');
  });
});

/** The results of what was asked: all but the check of the session as a whole. */
function answers(record: RunRecord, driver?: string): RunRecord['results'] {
  return record.results.filter(
    ({ check }) => check.scenario !== 'session' && (driver === undefined || check.driver === driver),
  );
}

function twice(text: string): readonly [string, string] {
  return [text, text];
}
