import { redactSecrets } from '../report/secrets.ts';
import type { Matched } from '../verdict/known.ts';
import { RECORD_VERSION, type RunRecord } from '../verdict/record.ts';
import type { Check } from '../verdict/verdict.ts';
import type { Exploration } from './generate/exploration.ts';
import type { OpenDriver } from './open-drivers.ts';
import type { RunSettings } from './run-settings.ts';
import type { ScenarioOutcome } from './run-scenario.ts';
import type { Stopwatch } from './stopwatch.ts';
import { totalsOf } from './totals.ts';

/** Everything that came of a run. */
export interface Ran {
  readonly plan: readonly Check[];
  readonly drivers: readonly OpenDriver[];
  readonly outcomes: readonly ScenarioOutcome[];
  readonly explorations: readonly Exploration[];
  readonly matched: Matched;
  readonly watch: Stopwatch;
}

/** Puts a run together as the record that every report is made from. */
export function recordRun(
  { version, seed, backend, scenarios, known }: RunSettings,
  { plan, drivers, outcomes, explorations, matched: { results, stale }, watch }: Ran,
): RunRecord {
  return {
    tool: { name: 'printproof', version },
    recordVersion: RECORD_VERSION,
    seed,
    backend: backend.name,
    drivers: drivers.map(({ record }) => record),
    scenarios: scenarios.map(({ name, title, page, steps }) => ({
      name,
      title,
      ...(page === undefined ? {} : { page }),
      steps: steps.map((step) => step.name),
    })),
    cases: outcomes.flatMap(({ cases }) => cases),
    results,
    discoveries: explorations.flatMap(({ discoveries }) => discoveries),
    divergences: known.entries
      .filter(({ id }) => results.some((result) => result.known === id))
      .map(({ id, reason }) => ({ id, reason })),
    stale,
    totals: totalsOf(plan, results),
    volatile: {
      startedAt: watch.startedAt.toISOString(),
      durationMs: Date.now() - watch.startedAt.getTime(),
      stages: watch.stages,
      prints: Object.fromEntries(outcomes.flatMap(({ prints }) => prints)),
      noise: Object.fromEntries(
        drivers.flatMap(({ record, running }) =>
          running === undefined ? [] : [[record.name, redactSecrets(running.session.noise)]],
        ),
      ),
    },
  };
}
