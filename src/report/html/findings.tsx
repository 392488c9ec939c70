/** @jsxImportSource preact */
import type { RunRecord } from '../../verdict/record.ts';
import { checkName } from '../../verdict/verdict.ts';
import { replayCommand } from '../replay-command.ts';
import { writeJson } from '../../value/index.ts';
import { anchor } from './anchor.ts';

/** What is red, each with whose move it is and the command that shows it again. */
export function Findings({ record: { results, stale, discoveries, seed } }: { readonly record: RunRecord }) {
  const red = results.filter(({ expected }) => !expected);
  if (red.length + stale.length + discoveries.length === 0) return null;
  return (
    <section aria-labelledby="red">
      <h2 id="red">Unexpected</h2>
      {red.map(({ check, verdict, finding }) => (
        <article key={checkName(check)}>
          <h3 class="fail">
            ✗ <a href={`#${anchor(check.scenario, check.step)}`}>{checkName(check)}</a>
          </h3>
          <p>
            {verdict}
            {finding && `, ${finding.move}'s move: ${finding.detail}`}
          </p>
          <pre>{replayCommand(check, seed)}</pre>
        </article>
      ))}
      {discoveries.map(({ driver, expectation, shape, detail, example, replay }) => (
        <article key={`${driver} ${expectation} ${shape}`}>
          <h3 class="fail">
            ✗ {replay.scenario} › {driver}: {expectation}: {shape}
          </h3>
          <p>{detail}</p>
          <pre>{writeJson(example)}</pre>
          <pre>{replayCommand({ scenario: replay.scenario, driver }, replay.seed, replay.path)}</pre>
        </article>
      ))}
      {stale.map(({ id, problem }) => (
        <p key={`${id} ${problem}`} class="fail">
          ✗ The known divergence {id} {problem}.
        </p>
      ))}
    </section>
  );
}

/** The known divergences that this run bore out, with their reasons. */
export function Divergences({ record: { results, divergences } }: { readonly record: RunRecord }) {
  if (divergences.length === 0) return null;
  return (
    <section aria-labelledby="known">
      <h2 id="known">Known divergences, run and failing as recorded</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Divergence</th>
              <th scope="col">Seen in</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {divergences.map(({ id, reason }) => {
              const seen = results.filter(({ known }) => known === id);
              const [first] = seen;
              return (
                <tr key={id}>
                  <th scope="row">{id}</th>
                  <td>
                    {seen.length} {seen.length === 1 ? 'check' : 'checks'}
                    {first && `, ${first.check.driver}: ${first.check.expectation}`}
                  </td>
                  <td>{first?.finding?.detail}</td>
                  <td>{reason}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
