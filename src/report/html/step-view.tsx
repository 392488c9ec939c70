/** @jsxImportSource preact */
import type { StepRecord } from '../../verdict/record.ts';
import type { PageIndex } from './page-index.ts';
import { PrintView } from './print-view.tsx';
import { answerText, queryText } from './values.ts';
import { Verbatim } from './verbatim.tsx';

/** A step: the question and its answer once, then what each driver printed, side by side. */
export function StepView({
  page,
  scenario,
  step,
}: {
  readonly page: PageIndex;
  readonly scenario: string;
  readonly step: string;
}) {
  const present = page.record.drivers.filter(
    ({ name, state }) => state.kind === 'ran' || page.evidence(scenario, name, step) !== undefined,
  );
  const witnesses = present.flatMap(({ name }) => page.evidence(scenario, name, step) ?? []);
  const asked = common(witnesses, queryText);
  const answered = common(witnesses, answerText);
  const id = page.anchors.step(scenario, step);
  return (
    <section class="step" aria-labelledby={id}>
      <h4 id={id}>
        <a class="plain" href={`#${id}`}>
          {step}
        </a>
      </h4>
      {asked !== undefined && <Exchange sign="Asked" text={asked} />}
      {answered !== undefined && <Exchange sign="Answered" text={answered} />}
      <div class="prints">
        {present.map((driver) => (
          <PrintView
            key={driver.name}
            page={page}
            scenario={scenario}
            step={step}
            driver={driver}
            shared={{ asked, answered }}
          />
        ))}
      </div>
    </section>
  );
}

function Exchange({ sign, text }: { readonly sign: string; readonly text: string }) {
  return (
    <p class="exchange">
      <span class="name">{sign}</span>{' '}
      <code>
        <Verbatim text={text} />
      </code>
    </p>
  );
}

/** What all drivers have in common; `undefined` when they differ, or have nothing. */
function common(
  witnesses: readonly StepRecord[],
  textOf: (witness: StepRecord) => string | undefined,
): string | undefined {
  const texts = new Set(witnesses.map(textOf));
  return texts.size === 1 ? [...texts][0] : undefined;
}
