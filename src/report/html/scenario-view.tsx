/** @jsxImportSource preact */
import { fromTagged, show, writeJson, type Json } from '../../value/index.ts';
import type { RunRecord, ScenarioRecord, StepRecord } from '../../verdict/record.ts';
import type { Result } from '../../verdict/verdict.ts';
import { anchor } from './anchor.ts';

/** A scenario with every step: the question once, then what each driver printed, side by side. */
export function ScenarioView({
  record,
  scenario,
}: {
  readonly record: RunRecord;
  readonly scenario: ScenarioRecord;
}) {
  const results = record.results.filter(({ check }) => check.scenario === scenario.name);
  const red = results.some(({ expected }) => !expected);
  return (
    <details id={anchor(scenario.name)} open={red}>
      <summary>
        {scenario.name} <span class="soft">{scenario.title}</span>
      </summary>
      {scenario.steps.map((step) => (
        <StepView
          key={step}
          step={step}
          scenario={scenario.name}
          record={record}
          results={results.filter(({ check }) => check.step === step)}
        />
      ))}
    </details>
  );
}

function StepView({
  step,
  scenario,
  record,
  results,
}: {
  readonly step: string;
  readonly scenario: string;
  readonly record: RunRecord;
  readonly results: readonly Result[];
}) {
  const cases = record.cases
    .filter((one) => one.scenario === scenario)
    .flatMap((one) =>
      one.steps.filter(({ name }) => name === step).map((evidence) => ({ driver: one.driver, evidence })),
    );
  const [first] = cases;
  return (
    <section aria-labelledby={anchor(scenario, step)}>
      <h3 id={anchor(scenario, step)}>{step}</h3>
      {first?.evidence.query !== undefined && <pre>{writeJson(first.evidence.query)}</pre>}
      {first?.evidence.response !== undefined && (
        <p class="soft">
          The database answered {first.evidence.response.status}:{' '}
          <code>{writeJson(first.evidence.response.body)}</code>
        </p>
      )}
      <div class="prints">
        {cases.map(({ driver, evidence }) => (
          <PrintView
            key={driver}
            title={record.drivers.find(({ name }) => name === driver)?.title ?? driver}
            evidence={evidence}
            results={results.filter(({ check }) => check.driver === driver)}
          />
        ))}
      </div>
    </section>
  );
}

function PrintView({
  title,
  evidence,
  results,
}: {
  readonly title: string;
  readonly evidence: StepRecord;
  readonly results: readonly Result[];
}) {
  const notPassed = results.filter(
    ({ verdict, finding }) => verdict !== 'pass' && finding?.move !== 'nobody',
  );
  const passed = results.filter(({ verdict }) => verdict === 'pass').length;
  return (
    <div class="print">
      <h4>
        {title} <span class="pass">{passed} ✓</span>
      </h4>
      {evidence.printed === undefined ? (
        <p class="soft">Nothing was printed{evidence.raised && `: ${evidence.raised.type} was raised`}.</p>
      ) : (
        <pre>{evidence.printed}</pre>
      )}
      {evidence.reading !== undefined && <p class="soft">says {shown(evidence.reading)}</p>}
      {notPassed.length > 0 && (
        <ul class="findings">
          {notPassed.map(({ check, verdict, finding, known }) => (
            <li key={check.expectation} class={known === undefined ? 'fail' : 'known'}>
              {check.expectation}: {verdict}
              {known !== undefined && ` (known: ${known})`}. {finding?.detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function shown(tagged: Json): string {
  const reading = fromTagged(tagged);
  return reading.ok ? show(reading.value) : writeJson(tagged);
}
