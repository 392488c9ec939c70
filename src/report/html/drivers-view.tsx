/** @jsxImportSource preact */
import type { DriverRecord, RunRecord } from '../../verdict/record.ts';
import { PARTS } from './anchors.ts';
import { Verbatim } from './verbatim.tsx';

/** Which drivers took part, on what, and how to get the ones that did not. */
export function DriversView({ record: { drivers, volatile } }: { readonly record: RunRecord }) {
  return (
    <section aria-labelledby={PARTS.drivers}>
      <h2 id={PARTS.drivers}>Drivers</h2>
      <dl class="drivers">
        {drivers.map((driver) => (
          <div key={driver.name} data-driver={driver.name}>
            <dt>
              {driver.title} <span class="soft">{driver.version}</span>
            </dt>
            <dd>
              <State driver={driver} />
              <br />
              <span class="soft">
                {driver.package}, prints {driver.format}
              </span>
              <Noise text={volatile.noise[driver.name] ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function State({ driver: { state } }: { readonly driver: DriverRecord }) {
  switch (state.kind) {
    case 'ran':
      return (
        <>
          {state.runtime}, {state.platform}, locale {state.locale}, time zone {state.timeZone}
        </>
      );
    case 'unavailable':
      return (
        <>
          <b class="gone">Unavailable:</b> {state.missing}. To get it: {state.get}
        </>
      );
    case 'broken':
      return (
        <>
          <b class="fail">Broken:</b>
          <pre>
            <code>
              <Verbatim text={state.problem} />
            </code>
          </pre>
        </>
      );
  }
}

function Noise({ text }: { readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <details>
      <summary>What it wrote on standard error</summary>
      <pre>
        <code>
          <Verbatim text={text} />
        </code>
      </pre>
    </details>
  );
}
