/** @jsxImportSource preact */
import type { Result } from '../../verdict/verdict.ts';
import { countsOf, statesOf } from './state.ts';

/** Counts in words and signs that need no colour: `38 ✓ 2 known 1 ✗`. */
export function Counts({ results }: { readonly results: readonly Result[] }) {
  if (statesOf(results)[0] === 'gone') return <span class="gone">unavailable</span>;
  const { passed, known, red } = countsOf(results);
  return (
    <>
      <span class="pass">
        {passed}
        <span aria-hidden="true"> ✓</span>
        <span class="sr"> passed</span>
      </span>
      {known > 0 && <span class="known"> {known} known</span>}
      {red > 0 && (
        <span class="fail">
          {' '}
          {red}
          <span aria-hidden="true"> ✗</span>
          <span class="sr"> red</span>
        </span>
      )}
    </>
  );
}
