/** @jsxImportSource preact */
import { redGroups, type RedGroup } from '../red-groups.ts';
import { replayCommand } from '../replay-command.ts';
import { PARTS } from './anchors.ts';
import { FindingView } from './finding-view.tsx';
import type { PageIndex } from './page-index.ts';
import { Replay } from './replay.tsx';

/** What makes the run red: one article a cause, with whose move it is and the command that shows it again. */
export function RedView({ page }: { readonly page: PageIndex }) {
  const { results, stale } = page.record;
  const groups = redGroups(results);
  if (groups.length + stale.length === 0) return null;
  return (
    <section aria-labelledby={PARTS.red}>
      <h2 id={PARTS.red}>Red: unexpected</h2>
      {groups.map((group) => (
        <RedArticle key={groupKey(group)} page={page} group={group} />
      ))}
      {stale.map(({ id, problem }) => (
        <article key={`${id} ${problem}`} class="finding is-red">
          <h3>
            <span aria-hidden="true">✗ </span>The known divergence {id} no longer holds
          </h3>
          <p>
            It {problem}. The file of known divergences has to follow, or the driver changed what people see.
          </p>
        </article>
      ))}
    </section>
  );
}

/** How many steps a group names before it says how many more there are. */
const STEPS_NAMED = 8;

function RedArticle({ page, group }: { readonly page: PageIndex; readonly group: RedGroup }) {
  const { scenario, driver, first, steps, expectations } = group;
  const { finding } = first;
  return (
    <article class="finding is-red" data-driver={driver} data-state="red">
      <h3>
        <span aria-hidden="true">✗ </span>
        {page.titleOf(driver)} in <a href={`#${page.anchors.scenario(scenario)}`}>{scenario}</a>:{' '}
        {expectations.length === 1 ? expectations[0] : `${group.results.length} checks`}
      </h3>
      <p>
        {steps.length === 1 ? 'At step ' : `At ${steps.length} steps: `}
        {steps.slice(0, STEPS_NAMED).map((step, index) => (
          <>
            {index > 0 && ', '}
            {page.evidence(scenario, driver, step) === undefined ? (
              step
            ) : (
              <a href={`#${page.anchors.print(scenario, step, driver)}`}>{step}</a>
            )}
          </>
        ))}
        {steps.length > STEPS_NAMED && ` and ${steps.length - STEPS_NAMED} more`}.
        {expectations.length > 1 && ` It fails: ${expectations.join('; ')}.`}
      </p>
      {finding !== undefined && <p class="soft">{finding.shape}</p>}
      <FindingView result={first} />
      <Replay command={replayCommand(first.check, page.record.seed)} />
    </article>
  );
}

function groupKey({ scenario, driver, first }: RedGroup): string {
  return JSON.stringify([scenario, driver, first.verdict, first.finding?.move, first.finding?.shape]);
}
