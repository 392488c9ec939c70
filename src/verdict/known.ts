import { satisfies, validRange } from 'semver';
import { z } from 'zod';
import type { Check, Result } from './verdict.ts';

/**
 * Known divergences: real defects of today's drivers, each with the case, the driver versions, the finding that it must
 * fail with, and the reason. An entry is run and must fail just so; one that passes, fails differently or matches no
 * check is an error of the file.
 */
const entry = z
  .strictObject({
    /** Unique, for reports: `js-long-rounding`. */
    id: z.string().regex(/^[a-z0-9-]+$/),
    driver: z.string().min(1),
    /** A semver range of driver versions: `>=4.0.0 <5`. */
    versions: z.string().refine((range) => validRange(range) !== null, 'must be a semver range'),
    scenario: z.string().min(1),
    /** The steps it concerns; each must fail. Absent for a generated scenario, which has its `example` instead. */
    steps: z.array(z.string().min(1)).min(1).optional(),
    /** The smallest input of a generated scenario that shows it, as the scenario's failure prints it. */
    example: z.json().optional(),
    expectation: z.string().min(1),
    /** The finding's shape. */
    shape: z.string().min(1),
    /** Why the driver does that, with its source. */
    reason: z.string().min(1),
  })
  .refine(
    ({ steps, example }) => (steps === undefined) !== (example === undefined),
    'must have either steps or an example',
  );

export const knownDivergences = z.strictObject({
  version: z.literal(1),
  entries: z.array(entry).superRefine((entries, context) => {
    for (const [index, { id }] of entries.entries())
      if (entries.findIndex((one) => one.id === id) !== index)
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${id}" is there twice` });
  }),
});
export type KnownDivergences = z.infer<typeof knownDivergences>;
export type KnownDivergence = KnownDivergences['entries'][number];

/** A result before anybody looked whether it was expected. */
export type Judged = Omit<Result, 'known' | 'expected'>;

export interface Matched {
  readonly results: readonly Result[];
  /** Entries (with step) that no result bore out, and why. */
  readonly stale: readonly { readonly id: string; readonly problem: string }[];
}

/**
 * Marks the results that failed just as an entry says, and finds the entries that no longer hold. An entry counts only
 * where its driver ran in a version of its range and its step was planned.
 */
export function matchKnown(
  judged: readonly Judged[],
  known: KnownDivergences,
  versions: ReadonlyMap<string, string>,
): Matched {
  const applying = known.entries.filter((one) => {
    const version = versions.get(one.driver);
    return version !== undefined && satisfies(version, one.versions, { includePrerelease: true });
  });
  const borneOut = new Set<string>();
  const results = judged.map((result): Result => {
    const match = applying.find((one) => concerns(one, result.check) && one.shape === result.finding?.shape);
    if (match === undefined || result.verdict === 'pass') return { ...result, expected: isExpected(result) };
    borneOut.add(`${match.id} ${result.check.step}`);
    return { ...result, known: match.id, expected: true };
  });
  const stale = applying.flatMap((one) =>
    stepsOf(one)
      .filter((step) => !borneOut.has(`${one.id} ${step}`))
      .flatMap((step) => staleness(one, step, judged)),
  );
  return { results, stale };
}

/** An entry of a generated scenario is a step of its own, named by its id. */
function stepsOf(one: KnownDivergence): readonly string[] {
  return one.steps ?? [one.id];
}

function concerns(one: KnownDivergence, check: Check): boolean {
  return (
    one.driver === check.driver &&
    one.scenario === check.scenario &&
    one.expectation === check.expectation &&
    stepsOf(one).includes(check.step)
  );
}

/** Unavailable and deliberately not run do not make a run red by themselves; `--require` does. */
function isExpected({ verdict, finding }: Judged): boolean {
  return (
    verdict === 'pass' || verdict === 'unavailable' || (verdict === 'not run' && finding?.move === 'nobody')
  );
}

/** Nothing when the scenario was not selected for this run: the entry was then not put to the test. */
function staleness(
  one: KnownDivergence,
  step: string,
  judged: readonly Judged[],
): { id: string; problem: string }[] {
  const planned = judged.filter(
    ({ check }) => check.driver === one.driver && check.scenario === one.scenario,
  );
  if (planned.length === 0) return [];
  const result = planned.find(({ check }) => check.step === step && check.expectation === one.expectation);
  if (result === undefined) return [{ id: one.id, problem: `matches no check: ${step}: ${one.expectation}` }];
  if (result.verdict === 'pass') return [{ id: one.id, problem: `passes now: ${step}: ${one.expectation}` }];
  if (result.verdict === 'not run' || result.verdict === 'unavailable') return [];
  return [
    {
      id: one.id,
      problem: `fails differently: ${step}: ${one.expectation}: ${result.finding?.shape ?? result.verdict}`,
    },
  ];
}
