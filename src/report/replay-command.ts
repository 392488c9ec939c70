import type { Check } from '../verdict/verdict.ts';

/** The one command that runs a check again. */
export function replayCommand(
  { scenario, driver }: Pick<Check, 'scenario' | 'driver'>,
  seed: number,
  path?: string,
): string {
  return `npx printproof run --scenario ${scenario} --driver ${driver} --seed ${seed}${path === undefined ? '' : ` --path ${path}`}`;
}
