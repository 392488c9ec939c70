/**
 * The conformance suite itself: everything that `printproof run` runs, on every driver that this machine can run, as tests
 * named `scenario › driver › step: expectation`. A driver that cannot be had is skipped by name and with the way to get it.
 */
import { describe, expect, it } from 'vitest';
import { embeddedBackend } from '../../src/backend/index.ts';
import { participantOf, readManifests } from '../../src/cli/participants.ts';
import { readKnown } from '../../src/cli/read-known.ts';
import { generators } from '../../src/run/generate/generators.ts';
import { run } from '../../src/run/run.ts';
import { scenarios } from '../../src/scenario/index.ts';

/** Tests are the same every time; the nightly run looks with new seeds. */
const SEED = 20_211_015;

const drivers = await readManifests();
const record = await run({
  scenarios,
  generators,
  participants: drivers.map(participantOf),
  backend: embeddedBackend(),
  known: await readKnown(undefined, {
    drivers: drivers.map(({ manifest }) => manifest.name),
    scenarios: [...scenarios, ...generators].map(({ name }) => name),
  }),
  seed: SEED,
  timeoutMs: 60_000,
  version: 'test',
  progress: () => undefined,
  signal: new AbortController().signal,
});

describe('every planned check', () => {
  it('is reported', () => {
    expect(record.totals.reported).toBe(record.totals.planned);
  });

  it('of the file of known divergences still fails as recorded', () => {
    expect(record.stale).toEqual([]);
  });

  it('ran on a real driver', () => {
    expect(record.drivers.filter(({ state }) => state.kind === 'ran').map(({ name }) => name)).toContain(
      'javascript',
    );
  });
});

for (const scenario of new Set(record.results.map(({ check }) => check.scenario)))
  describe(scenario, () => {
    for (const driver of record.drivers)
      describe(driver.name, () => {
        for (const { check, verdict, finding, expected } of record.results) {
          if (check.scenario !== scenario || check.driver !== driver.name) continue;
          it(`${check.step}: ${check.expectation}`, ({ skip }) => {
            if (verdict === 'unavailable') skip(`unavailable: ${finding?.detail ?? ''}`);
            if (verdict === 'not run' && expected) skip(`not run: ${finding?.detail ?? ''}`);
            expect(expected, `${verdict}, ${finding?.move ?? ''}'s move: ${finding?.detail ?? ''}`).toBe(
              true,
            );
          });
        }
      });
  });
