import type { Result } from '../verdict/verdict.ts';
import { groupBy } from './group-by.ts';

/** Red results that have one cause, as far as anybody can tell: one driver, one scenario, one finding. */
export interface RedGroup {
  readonly scenario: string;
  readonly driver: string;
  /** The first of the results, in plan order; it speaks for all. */
  readonly first: Result;
  readonly results: readonly Result[];
  /** The steps it was seen at, and the expectations that it failed, each once. */
  readonly steps: readonly string[];
  readonly expectations: readonly string[];
}

/**
 * The unexpected results by cause, in plan order. A shim that crashed fails every expectation of its steps with the same
 * finding, and one defect shows at many steps: each is one group.
 */
export function redGroups(results: readonly Result[]): readonly RedGroup[] {
  const red = results.filter(({ expected }) => !expected);
  return [...groupBy(red, cause).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { scenario, driver } = first.check;
    return [
      {
        scenario,
        driver,
        first,
        results: group,
        steps: [...new Set(group.map(({ check }) => check.step))],
        expectations: [...new Set(group.map(({ check }) => check.expectation))],
      },
    ];
  });
}

function cause({ check: { scenario, driver }, verdict, finding }: Result): string {
  return JSON.stringify([scenario, driver, verdict, finding?.move, finding?.shape]);
}
