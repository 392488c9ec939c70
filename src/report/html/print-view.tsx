/** @jsxImportSource preact */
import type { DriverRecord, StepRecord } from '../../verdict/record.ts';
import type { Result } from '../../verdict/verdict.ts';
import { replayCommand } from '../replay-command.ts';
import { Counts } from './counts.tsx';
import { MarkedAgainst } from './differing.tsx';
import { FindingView } from './finding-view.tsx';
import { PARTS } from './anchors.ts';
import { Replay } from './replay.tsx';
import { statesOf } from './state.ts';
import { answeredValue, standing } from './values.ts';
import { Verbatim } from './verbatim.tsx';
import { Witnesses, type Shared } from './witnesses.tsx';

/** What one driver printed at a step, what that says, and what the checks found in it. */
export function PrintView({
  id,
  driver,
  evidence,
  results,
  shared,
  replaySeed,
  secondPrint,
}: {
  readonly id: string;
  readonly driver: DriverRecord;
  readonly evidence: StepRecord | undefined;
  readonly results: readonly Result[];
  readonly shared: Shared;
  readonly replaySeed: number;
  readonly secondPrint: string | undefined;
}) {
  const states = statesOf(results);
  const failed = results.filter(({ expected, known }) => !expected || known !== undefined);
  const red = failed.find(({ expected }) => !expected);
  return (
    <div class={`print ${states[0]}`} id={id} data-driver={driver.name} data-state={states.join(' ')}>
      <h5>
        {driver.title} <Counts results={results} />
      </h5>
      <Printed evidence={evidence} />
      {evidence?.reading !== undefined && <Says evidence={evidence} />}
      {failed.length > 0 && (
        <ul class="findings">
          {failed.map((result) => (
            <li key={result.check.expectation} class={result.known === undefined ? 'red' : 'known'}>
              <span class={result.known === undefined ? 'fail' : 'known'}>
                {result.known === undefined && <span aria-hidden="true">✗ </span>}
                {result.check.expectation}
              </span>
              {result.known !== undefined && (
                <>
                  {' '}
                  (<a href={`#${PARTS.known}`}>known: {result.known}</a>)
                </>
              )}
              <FindingView result={result} />
            </li>
          ))}
        </ul>
      )}
      {red !== undefined && <Replay command={replayCommand(red.check, replaySeed)} />}
      {evidence !== undefined && (
        <Witnesses evidence={evidence} results={results} shared={shared} secondPrint={secondPrint} />
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
