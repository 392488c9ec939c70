import type { Check } from '../verdict/verdict.ts';

/** This expectation has nothing to compare when its driver runs alone. */
const NEEDS_ALL_DRIVERS = 'agrees with the other drivers';
/** No scenario, but the whole session of a driver. */
const SESSION = 'session';

/** The one command that runs a check again. */
export function replayCommand(
  { scenario, driver, expectation }: Pick<Check, 'scenario' | 'driver'> & { readonly expectation?: string },
  seed: number,
  path?: string,
): string {
  return [
    'npx printproof run',
    ...(scenario === SESSION ? [] : [`--scenario ${scenario}`]),
    ...(expectation === NEEDS_ALL_DRIVERS ? [] : [`--driver ${driver}`]),
    `--seed ${seed}`,
    ...(path === undefined ? [] : [`--path ${path}`]),
  ].join(' ');
}
