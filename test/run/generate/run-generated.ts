import { embeddedBackend } from '../../../src/backend/index.ts';
import { explore } from '../../../src/run/generate/explore.ts';
import type { AnyGenerator, Generator } from '../../../src/run/generate/generator.ts';
import type { Participant } from '../../../src/run/participant.ts';
import { run } from '../../../src/run/run.ts';
import type { RunSettings } from '../../../src/run/run-settings.ts';
import type { KnownDivergence } from '../../../src/verdict/known.ts';
import type { RunRecord } from '../../../src/verdict/record.ts';
import type { Result } from '../../../src/verdict/verdict.ts';

/** Runs one generated scenario on the embedded backend. */
export function runGenerated(
  generator: AnyGenerator,
  participants: readonly Participant[],
  settings: Partial<RunSettings> = {},
): Promise<RunRecord> {
  return run({
    scenarios: [],
    generators: [generator],
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

/** A generator as `run` takes it; with another number of inputs, if one is given. */
export function exploring<Input>(generator: Generator<Input>, runs = generator.runs): AnyGenerator {
  return {
    ...generator,
    explore: (drivers, settings) => explore({ ...generator, runs }, drivers, settings),
  };
}

/** A file of known divergences with one entry of a driver of `modelDriver`. */
export function knowing(
  entry: Pick<KnownDivergence, 'scenario' | 'example' | 'expectation' | 'shape'>,
): Pick<RunSettings, 'known'> {
  return {
    known: {
      version: 1,
      entries: [{ id: 'known', driver: 'model', versions: '*', reason: 'a test', ...entry }],
    },
  };
}

/** The results of the generated scenario that are not as expected. */
export function unexpected({ results }: RunRecord): readonly Result[] {
  return results.filter(({ expected }) => !expected);
}
