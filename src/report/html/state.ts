import type { Result } from '../../verdict/verdict.ts';

/** What readers filter by: `red` makes the run red, `known` failed as recorded, `gone` could not run, `pass` the rest. */
export type State = 'red' | 'known' | 'gone' | 'pass';

/** The states of some results, the one that matters most first; never empty. */
export function statesOf(results: readonly Result[]): readonly State[] {
  const states: State[] = [];
  if (results.some(({ expected }) => !expected)) states.push('red');
  if (results.some(({ known }) => known !== undefined)) states.push('known');
  if (states.length > 0) return states;
  return results.length > 0 && results.every(({ verdict }) => verdict === 'unavailable')
    ? ['gone']
    : ['pass'];
}

/** How many results passed, failed as known, and make the run red. */
export function countsOf(results: readonly Result[]): {
  readonly passed: number;
  readonly known: number;
  readonly red: number;
} {
  const count = (is: (result: Result) => boolean): number => results.filter(is).length;
  return {
    passed: count(({ verdict }) => verdict === 'pass'),
    known: count(({ known }) => known !== undefined),
    red: count(({ expected }) => !expected),
  };
}
