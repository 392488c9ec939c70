/** @jsxImportSource preact */
import type { RunRecord } from '../../verdict/record.ts';
import type { Result } from '../../verdict/verdict.ts';
import { anchor } from './anchor.ts';

/** Scenarios by drivers, each cell with its counts in words that need no colour. */
export function Matrix({ record: { drivers, results } }: { readonly record: RunRecord }) {
  const scenarios = [...new Set(results.map(({ check }) => check.scenario))];
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">Scenarios and drivers</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Scenario</th>
              {drivers.map(({ name, title }) => (
                <th key={name} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scenarios.map((scenario) => (
              <tr key={scenario}>
                <th scope="row">
                  <a href={`#${anchor(scenario)}`}>{scenario}</a>
                </th>
                {drivers.map(({ name }) => (
                  <Cell
                    key={name}
                    results={results.filter(
                      ({ check }) => check.scenario === scenario && check.driver === name,
                    )}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ results }: { readonly results: readonly Result[] }) {
  const count = (is: (result: Result) => boolean): number => results.filter(is).length;
  const passed = count(({ verdict }) => verdict === 'pass');
  const known = count((result) => result.known !== undefined);
  const red = count(({ expected }) => !expected);
  if (results.every(({ verdict }) => verdict === 'unavailable'))
    return <td class="cell gone">unavailable</td>;
  return (
    <td class="cell">
      <span class="pass">{passed} ✓</span>
      {known > 0 && <span class="known"> {known} known</span>}
      {red > 0 && <span class="fail"> {red} ✗</span>}
    </td>
  );
}
