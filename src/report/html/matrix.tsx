/** @jsxImportSource preact */
import type { Result } from '../../verdict/verdict.ts';
import { PARTS } from './anchors.ts';
import { Counts } from './counts.tsx';
import type { PageIndex } from './page-index.ts';
import { statesOf } from './state.ts';

/** Scenarios by drivers; each cell leads to the first step that matters. */
export function Matrix({ page }: { readonly page: PageIndex }) {
  const { drivers } = page.record;
  return (
    <section aria-labelledby={PARTS.matrix}>
      <h2 id={PARTS.matrix}>Scenarios and drivers</h2>
      <p class="soft">
        Checks passed (✓), failed as the file of known divergences says (known), red (✗). Each cell leads to
        what was printed.
      </p>
      <div class="scroll" role="region" aria-label="Table of scenarios and drivers" tabIndex={0}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              {drivers.map(({ name, title }) => (
                <th key={name} scope="col" data-driver={name}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.scenarios.map((scenario) => (
              <tr key={scenario} data-scenario={page.anchors.scenario(scenario)}>
                <th scope="row">
                  <a href={`#${page.anchors.scenario(scenario)}`}>{scenario}</a>
                </th>
                {drivers.map(({ name }) => (
                  <Cell key={name} page={page} scenario={scenario} driver={name} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({
  page,
  scenario,
  driver,
}: {
  readonly page: PageIndex;
  readonly scenario: string;
  readonly driver: string;
}) {
  const results = page.results(scenario, driver);
  const states = statesOf(results);
  return (
    <td class={`cell is-${states[0]}`} data-driver={driver} data-state={states.join(' ')}>
      {results.length === 0 ? (
        <span class="gone">not planned</span>
      ) : (
        <a class="plain" href={`#${target(page, results)}`}>
          <Counts results={results} />
        </a>
      )}
    </td>
  );
}

/** The print of the first red result, else of the first known one, else the scenario. */
function target(page: PageIndex, results: readonly Result[]): string {
  const telling =
    results.find(({ expected }) => !expected) ?? results.find(({ known }) => known !== undefined);
  const { scenario, driver, step } = (telling ?? results[0])?.check ?? { scenario: '', driver: '', step: '' };
  return telling !== undefined && page.evidence(scenario, driver, step) !== undefined
    ? page.anchors.print(scenario, step, driver)
    : page.anchors.scenario(scenario);
}
