/** @jsxImportSource preact */
import type { Result } from '../../verdict/verdict.ts';
import { groupBy } from '../group-by.ts';
import { PARTS } from './anchors.ts';
import { FindingView } from './finding-view.tsx';
import type { PageIndex } from './page-index.ts';

/** The known divergences that this run bore out: what, where, and why the driver does that. */
export function Divergences({ page }: { readonly page: PageIndex }) {
  const { results, divergences } = page.record;
  if (divergences.length === 0) return null;
  const seen = groupBy(results, ({ known }) => known);
  return (
    <section aria-labelledby={PARTS.known}>
      <h2 id={PARTS.known}>Known divergences</h2>
      <p class="soft">
        Defects of today’s drivers. Each was run and failed just as recorded; one that passes or fails
        differently would be red.
      </p>
      {divergences.map(({ id, reason }) => (
        <Divergence key={id} page={page} id={id} reason={reason} results={seen.get(id) ?? []} />
      ))}
    </section>
  );
}

function Divergence({
  page,
  id,
  reason,
  results,
}: {
  readonly page: PageIndex;
  readonly id: string;
  readonly reason: string;
  readonly results: readonly Result[];
}) {
  const [first] = results;
  return (
    <article
      id={page.anchors.known(id)}
      class="finding is-known"
      data-driver={first?.check.driver}
      data-state="known"
    >
      <h3>
        {first && `${page.titleOf(first.check.driver)}: `}
        {id}
      </h3>
      <p>{reason}</p>
      {first && <FindingView result={first} />}
      <details>
        <summary>
          Seen in {results.length} {results.length === 1 ? 'check' : 'checks'}
        </summary>
        <ul>
          {results.map(({ check: { scenario, driver, step, expectation } }) => (
            <li key={`${scenario} ${step} ${expectation}`}>
              <a
                href={`#${
                  page.evidence(scenario, driver, step) === undefined
                    ? page.anchors.scenario(scenario)
                    : page.anchors.print(scenario, step, driver)
                }`}
              >
                {scenario} › {step}
              </a>
              : {expectation}
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}
