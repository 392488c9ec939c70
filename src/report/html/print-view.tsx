/** @jsxImportSource preact */
import type { DriverRecord, StepRecord } from '../../verdict/record.ts';
import { replayCommand } from '../replay-command.ts';
import { Counts } from './counts.tsx';
import { MarkedAgainst } from './differing.tsx';
import { FindingView } from './finding-view.tsx';
import type { PageIndex } from './page-index.ts';
import { Replay } from './replay.tsx';
import { statesOf } from './state.ts';
import { answeredValue, standing } from './values.ts';
import { Verbatim } from './verbatim.tsx';
import { Witnesses, type Shared } from './witnesses.tsx';

/** What one driver printed at a step, what that says, and what the checks found in it. */
export function PrintView({
  page,
  scenario,
  step,
  driver,
  shared,
}: {
  readonly page: PageIndex;
  readonly scenario: string;
  readonly step: string;
  readonly driver: DriverRecord;
  readonly shared: Shared;
}) {
  const evidence = page.evidence(scenario, driver.name, step);
  const results = page.results(scenario, driver.name, step);
  const states = statesOf(results);
  const failed = results.filter(({ expected, known }) => !expected || known !== undefined);
  const red = failed.find(({ expected }) => !expected);
  return (
    <div
      class={`print is-${states[0]}`}
      id={page.anchors.print(scenario, step, driver.name)}
      data-driver={driver.name}
      data-state={states.join(' ')}
    >
      <h5>
        {driver.title} <Counts results={results} />
      </h5>
      <Printed evidence={evidence} />
      {evidence?.reading !== undefined && <Says evidence={evidence} />}
      {failed.length > 0 && (
        <ul class="findings">
          {failed.map((result) => (
            <li key={result.check.expectation}>
              <span class={result.known === undefined ? 'fail' : 'known'}>
                {result.known === undefined && <span aria-hidden="true">✗ </span>}
                {result.check.expectation}
              </span>
              {result.known !== undefined && <KnownAs page={page} id={result.known} />}
              <FindingView result={result} />
            </li>
          ))}
        </ul>
      )}
      {red !== undefined && <Replay command={replayCommand(red.check, page.record.seed)} />}
      {evidence !== undefined && (
        <Witnesses
          evidence={evidence}
          results={results}
          shared={shared}
          secondPrint={secondPrint(page, `${scenario} › ${driver.name} › ${step}`)}
        />
      )}
    </div>
  );
}

function Printed({ evidence }: { readonly evidence: StepRecord | undefined }) {
  if (evidence?.printed === undefined)
    return (
      <p class="soft">
        Nothing was printed
        {evidence?.raised === undefined ? '.' : `: ${evidence.raised.type} was raised.`}
      </p>
    );
  return (
    <pre>
      <code>
        <Verbatim text={evidence.printed} />
      </code>
    </pre>
  );
}

/** The print, read back: everything that was answered, or with marks where it says less or something else. */
function Says({ evidence }: { readonly evidence: StepRecord }) {
  if (evidence.reading === undefined) return null;
  const { kind, text, answer, readings } = standing(evidence.reading, answeredValue(evidence));
  if (kind === 'says all' && readings === 1) return <p class="says soft">says all that was answered</p>;
  const ambiguous = readings > 1 && ` (one of ${readings} ways to read it)`;
  if (kind === 'says all') return <p class="says soft">may say all that was answered{ambiguous}</p>;
  return (
    <p class="says">
      {kind === 'contradicts' ? 'says something else' : 'says'}
      {ambiguous}{' '}
      <code>{answer === '' ? <Verbatim text={text} /> : <MarkedAgainst text={text} other={answer} />}</code>
    </p>
  );
}

function KnownAs({ page, id }: { readonly page: PageIndex; readonly id: string }) {
  const anchor = page.anchors.known(id);
  return <> (known: {anchor === undefined ? id : <a href={`#${anchor}`}>{id}</a>})</>;
}

/** The second print of the value, where it differs from the first. */
function secondPrint({ record }: PageIndex, name: string): string | undefined {
  const prints = Object.hasOwn(record.volatile.prints, name) ? record.volatile.prints[name] : undefined;
  if (prints === undefined || prints[0] === prints[1]) return undefined;
  return Buffer.from(prints[1], 'base64').toString('utf8').replace(/\n$/, '');
}
