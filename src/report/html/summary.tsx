/** @jsxImportSource preact */
import type { RunRecord } from '../../verdict/record.ts';
import { VERDICTS } from '../../verdict/verdict.ts';
import { PARTS } from './anchors.ts';

/** The first screen: is it as expected, of what, and where to look. */
export function Summary({ record }: { readonly record: RunRecord }) {
  const { totals, stale, discoveries, divergences, backend, seed, tool, volatile } = record;
  const red = totals.unexpected + stale.length;
  return (
    <header>
      <h1>What drivers print</h1>
      <p id={PARTS.result} class={`lead ${red === 0 ? 'pass' : 'fail'}`}>
        <span aria-hidden="true">{red === 0 ? '✓ ' : '✗ '}</span>
        {red === 0 ? 'As expected.' : `${red} unexpected.`}
      </p>
      <p>
        {totals.reported} of {totals.planned} planned checks reported:{' '}
        {VERDICTS.filter((verdict) => totals.verdicts[verdict] !== undefined)
          .map((verdict) => `${totals.verdicts[verdict]} ${verdict}`)
          .join(', ')}
        . {totals.known} of them failed as a known divergence says.
      </p>
      <p class="soft">
        Backend {backend} · seed {seed} · {tool.name} {tool.version} · {volatile.startedAt},{' '}
        {(volatile.durationMs / 1000).toFixed(1)} s
      </p>
      <nav aria-label="Parts of the report">
        <ul>
          <Part id={PARTS.matrix} text="Matrix" />
          {red > 0 && <Part id={PARTS.red} text="Red" />}
          {discoveries.length > 0 && <Part id={PARTS.discoveries} text="Discoveries" />}
          {divergences.length > 0 && <Part id={PARTS.known} text="Known divergences" />}
          <Part id={PARTS.scenarios} text="What was printed" />
          <Part id={PARTS.drivers} text="Drivers" />
        </ul>
      </nav>
    </header>
  );
}

function Part({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <li>
      <a href={`#${id}`}>{text}</a>
    </li>
  );
}
