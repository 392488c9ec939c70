/** @jsxImportSource preact */
import { writeJson } from '../../value/index.ts';
import type { StepRecord } from '../../verdict/record.ts';
import type { Result } from '../../verdict/verdict.ts';
import { MarkedAgainst } from './differing.tsx';
import { answeredValue, answerText, queryText, standing } from './values.ts';
import { Verbatim } from './verbatim.tsx';

/** The question and the answer that the page shows once for all drivers, where they are the same. */
export interface Shared {
  readonly asked: string | undefined;
  readonly answered: string | undefined;
}

/** The four witnesses of a driver at a step, on demand: what was sent, answered, decoded, and printed a second time. */
export function Witnesses({
  evidence,
  results,
  shared,
  secondPrint,
}: {
  readonly evidence: StepRecord;
  readonly results: readonly Result[];
  readonly shared: Shared;
  readonly secondPrint: string | undefined;
}) {
  const { request, decoded, raised } = evidence;
  const asked = queryText(evidence);
  const sent = request === undefined ? undefined : writeJson(request);
  const answered = answerText(evidence);
  const passed = results.filter(({ verdict }) => verdict === 'pass').map(({ check }) => check.expectation);
  return (
    <details class="witnesses">
      <summary>Witnesses</summary>
      <dl>
        <dt>Request</dt>
        <dd>
          {sent === undefined ? (
            'none reached the database'
          ) : sent === asked && asked === shared.asked ? (
            'as asked'
          ) : (
            <code>
              <MarkedAgainst text={sent} other={asked ?? ''} />
            </code>
          )}
        </dd>
        <dt>Response</dt>
        <dd>
          {answered === undefined ? (
            'none was seen'
          ) : answered === shared.answered ? (
            'as above'
          ) : (
            <code>
              <Verbatim text={answered} />
            </code>
          )}
        </dd>
        {decoded !== undefined && (
          <>
            <dt>Decoded</dt>
            <dd>
              <Decoded evidence={evidence} />
            </dd>
          </>
        )}
        {raised !== undefined && (
          <>
            <dt>Raised</dt>
            <dd>
              {raised.type}: <Verbatim text={raised.message} />
            </dd>
          </>
        )}
        {secondPrint !== undefined && (
          <>
            <dt>Second print</dt>
            <dd>
              <code>
                <Verbatim text={secondPrint} />
              </code>
            </dd>
          </>
        )}
        <dt>Passed</dt>
        <dd>{passed.length === 0 ? 'no check' : passed.join('; ')}</dd>
      </dl>
    </details>
  );
}

function Decoded({ evidence }: { readonly evidence: StepRecord }) {
  if (evidence.decoded === undefined) return null;
  const { kind, text, answer } = standing(evidence.decoded, answeredValue(evidence));
  if (kind === 'says all') return <>all that was answered</>;
  return (
    <code>{answer === '' ? <Verbatim text={text} /> : <MarkedAgainst text={text} other={answer} />}</code>
  );
}
