import type { KnownDivergences } from '../../verdict/known.ts';
import type { Check } from '../../verdict/verdict.ts';
import { GENERATED_EXPECTATIONS, knownFor } from './explore.ts';
import { ANY_STEP } from './generator.ts';

/** The checks of a generated scenario: every expectation over all its steps, and every known divergence of its own. */
export function planGenerated(
  scenario: string,
  drivers: readonly { readonly name: string; readonly version: string }[],
  known: KnownDivergences,
): Check[] {
  return drivers.flatMap((driver) => [
    ...GENERATED_EXPECTATIONS.map((expectation) => ({
      scenario,
      driver: driver.name,
      step: ANY_STEP,
      expectation,
    })),
    ...knownFor(scenario, [driver], known).map(({ entry }) => ({
      scenario,
      driver: driver.name,
      step: entry.id,
      expectation: entry.expectation,
    })),
  ]);
}
