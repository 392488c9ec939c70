/** @jsxImportSource preact */
import { createHash } from 'node:crypto';
import { render } from 'preact-render-to-string';
import type { RunRecord } from '../../verdict/record.ts';
import { PARTS } from './anchors.ts';
import { Discoveries } from './discoveries.tsx';
import { Divergences } from './divergences.tsx';
import { DriversView } from './drivers-view.tsx';
import { Filters } from './filters.tsx';
import { Matrix } from './matrix.tsx';
import { indexOf, type PageIndex } from './page-index.ts';
import { RedView } from './red-view.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { script } from './script.ts';
import { style } from './style.ts';
import { Summary } from './summary.tsx';

/**
 * The report of a run: one HTML file that needs nothing from elsewhere. Everything can be read without its script, which
 * filters. Its policy lets the browser load nothing and run that script alone, whatever a driver printed.
 */
export function renderHtml(record: RunRecord): string {
  return `<!doctype html>\n${render(<Page page={indexOf(record)} />)}\n`;
}

function Page({ page }: { readonly page: PageIndex }) {
  const { record } = page;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>printproof: what drivers print</title>
        <link rel="icon" href="data:," />
        {/* Style sheet and script are constants of ours. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Summary record={record} />
        <main>
          <Matrix page={page} />
          <Filters record={record} />
          <RedView page={page} />
          <Discoveries page={page} />
          <Divergences page={page} />
          <section aria-labelledby={PARTS.scenarios}>
            <h2 id={PARTS.scenarios}>What every driver printed</h2>
            <p class="soft">
              Ids, times and secrets stand under stable pseudonyms; addresses and other parts that are no
              function of the value are masked. Marked parts differ from what the database answered.
            </p>
            {record.scenarios.map((scenario) => (
              <ScenarioView key={scenario.name} page={page} scenario={scenario} />
            ))}
            <Generated page={page} />
          </section>
          <DriversView record={record} />
        </main>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

/** Generated scenarios have no steps to show: what they found stands above. */
function Generated({ page }: { readonly page: PageIndex }) {
  const named = new Set(page.record.scenarios.map(({ name }) => name));
  return (
    <>
      {page.scenarios
        .filter((scenario) => !named.has(scenario))
        .map((scenario) => (
          <p key={scenario} id={page.anchors.scenario(scenario)}>
            <b>{scenario}</b> tries inputs that nobody wrote down; what it found stands under{' '}
            {page.record.discoveries.some(({ replay }) => replay.scenario === scenario) ? (
              <a href={`#${PARTS.discoveries}`}>Discoveries</a>
            ) : (
              'Discoveries, when there is something'
            )}
            .
          </p>
        ))}
    </>
  );
}

const policy = [
  `default-src 'none'`,
  'img-src data:',
  `style-src ${hash(style)}`,
  `script-src ${hash(script)}`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
