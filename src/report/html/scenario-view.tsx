/** @jsxImportSource preact */
import type { ScenarioRecord } from '../../verdict/record.ts';
import { Counts } from './counts.tsx';
import type { PageIndex } from './page-index.ts';
import { statesOf } from './state.ts';
import { StepView } from './step-view.tsx';

/** A scenario with every step, closed unless something in it is red. */
export function ScenarioView({
  page,
  scenario: { name, title, page: sample, steps },
}: {
  readonly page: PageIndex;
  readonly scenario: ScenarioRecord;
}) {
  const results = page.results(name);
  return (
    <details class="scenario" id={page.anchors.scenario(name)} open={statesOf(results).includes('red')}>
      <summary>
        <h3>{name}</h3> <span class="soft">{title}</span> <Counts results={results} />
      </summary>
      {sample !== undefined && <p class="soft">The sample of the documentation: {sample}</p>}
      {steps.map((step) => (
        <StepView key={step} page={page} scenario={name} step={step} />
      ))}
    </details>
  );
}
