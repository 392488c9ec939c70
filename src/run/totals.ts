import type { Totals } from '../verdict/record.ts';
import type { Check, Result, Verdict } from '../verdict/verdict.ts';

/** Counts results; planned and reported are counted apart, so that a lost check shows. */
export function totalsOf(plan: readonly Check[], results: readonly Result[]): Totals {
  const verdicts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of results) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  return {
    planned: plan.length,
    reported: results.length,
    verdicts,
    known: results.filter(({ known }) => known !== undefined).length,
    unexpected: results.filter(({ expected }) => !expected).length,
  };
}
