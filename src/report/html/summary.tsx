/** @jsxImportSource preact */
import type { DriverRecord, RunRecord } from '../../verdict/record.ts';

/** The first screen: is it as expected, and what took part. */
export function Summary({ record }: { readonly record: RunRecord }) {
  const { totals, stale, drivers, backend, seed, tool } = record;
  const red = totals.unexpected + stale.length;
  return (
    <>
      <h1>What drivers print</h1>
      <p class={`lead ${red === 0 ? 'pass' : 'fail'}`}>
        {red === 0 ? '✓ As expected.' : `✗ ${red} unexpected.`} {totals.reported} of {totals.planned} checks
        reported:{' '}
        {Object.entries(totals.verdicts)
          .map(([verdict, count]) => `${count} ${verdict}`)
          .join(', ')}
        ; {totals.known} known divergences.
      </p>
      <dl>
        <dt>Backend</dt>
        <dd>{backend}</dd>
        <dt>Seed</dt>
        <dd>{seed}</dd>
        <dt>Made by</dt>
        <dd>
          {tool.name} {tool.version}
        </dd>
      </dl>
      <h2 id="drivers">Drivers</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Driver</th>
              <th scope="col">Package</th>
              <th scope="col">Prints</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {drivers.map((driver) => (
              <tr key={driver.name}>
                <th scope="row">{driver.title}</th>
                <td>
                  {driver.package} {driver.version}
                </td>
                <td>{driver.format}</td>
                <td>
                  <State driver={driver} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
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
        <span class="gone">
          unavailable: {state.missing}. To get it: {state.get}
        </span>
      );
    case 'broken':
      return <span class="fail">broken: {state.problem}</span>;
  }
}
