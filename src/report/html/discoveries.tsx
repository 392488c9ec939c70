/** @jsxImportSource preact */
import { fromTagged, show, writeJson, type Json } from '../../value/index.ts';
import type { DiscoveryRecord } from '../../verdict/record.ts';
import { replayCommand } from '../replay-command.ts';
import { PARTS } from './anchors.ts';
import { FindingView } from './finding-view.tsx';
import type { PageIndex } from './page-index.ts';
import { Replay } from './replay.tsx';
import { Verbatim } from './verbatim.tsx';

/** What the generated scenarios found, each with the smallest input that shows it. */
export function Discoveries({ page }: { readonly page: PageIndex }) {
  const { discoveries } = page.record;
  if (discoveries.length === 0) return null;
  return (
    <section aria-labelledby={PARTS.discoveries}>
      <h2 id={PARTS.discoveries}>Discoveries of the generated scenarios</h2>
      {discoveries.map((discovery) => (
        <Discovery
          key={`${discovery.replay.scenario} ${discovery.driver} ${discovery.expectation} ${discovery.shape}`}
          page={page}
          discovery={discovery}
        />
      ))}
    </section>
  );
}

function Discovery({ page, discovery }: { readonly page: PageIndex; readonly discovery: DiscoveryRecord }) {
  const { driver, expectation, shape, detail, example, replay, known } = discovery;
  const result = page
    .results(replay.scenario, driver)
    .find(({ check, finding }) => check.expectation === expectation && finding?.detail === detail);
  const state = known === undefined ? 'red' : 'known';
  return (
    <article class={`finding is-${state}`} data-driver={driver} data-state={state}>
      <h3>
        {known === undefined ? <span aria-hidden="true">✗ </span> : `Known as ${known}: `}
        {page.titleOf(driver)} in {replay.scenario}: {expectation}
      </h3>
      <p class="soft">
        <Verbatim text={shape} />
      </p>
      {result === undefined ? (
        <p>
          <Verbatim text={detail} />
        </p>
      ) : (
        <FindingView result={result} />
      )}
      <p>The smallest input that shows it:</p>
      <pre>
        <code>
          <Verbatim text={exampleText(example)} />
        </code>
      </pre>
      <Replay command={replayCommand({ scenario: replay.scenario, driver }, replay.seed, replay.path)} />
    </article>
  );
}

/** A list of values one a line; commands of a sequence as the JSON that they are. */
function exampleText(example: Json): string {
  const items: readonly Json[] = isList(example) ? example : [example];
  return items
    .map((item) => {
      const reading = fromTagged(item);
      return reading.ok ? show(reading.value) : writeJson(item);
    })
    .join('\n');
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
