import type { KnownDivergences } from '../../verdict/known.ts';
import type { Check } from '../../verdict/verdict.ts';
import { knownFor, type Explored } from './exploration.ts';
import { ANY_STEP } from './check-names.ts';

/** The checks of a generated scenario: every expectation over all its steps, and every known divergence of its own. */
export function planGenerated(
  { name: scenario, expectations }: Explored,
  drivers: readonly { readonly name: string; readonly version: string }[],
  known: KnownDivergences,
): Check[] {
  return drivers.flatMap((driver) => [
    ...expectations.map((expectation) => ({
      scenario,
      driver: driver.name,
      step: ANY_STEP,
      expectation,
    })),
    ...knownFor(scenario, [driver], known).map(({ id, expectation }) => ({
      scenario,
      driver: driver.name,
      step: id,
      expectation,
    })),
  ]);
}
