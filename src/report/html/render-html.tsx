/** @jsxImportSource preact */
import { render } from 'preact-render-to-string';
import type { RunRecord } from '../../verdict/record.ts';
import { Matrix } from './matrix.tsx';
import { Findings, Divergences } from './findings.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { style } from './style.ts';
import { Summary } from './summary.tsx';

/** The compatibility report of a run: one HTML file without script, font or picture from elsewhere. */
export function renderHtml(record: RunRecord): string {
  return `<!doctype html>\n${render(<Page record={record} />)}\n`;
}

function Page({ record }: { readonly record: RunRecord }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>printproof: what drivers print</title>
        {/* The style sheet is a constant of ours. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <Summary record={record} />
        </header>
        <main>
          <Matrix record={record} />
          <Findings record={record} />
          <Divergences record={record} />
          <h2>What every driver printed</h2>
          <p class="soft">
            Ids, times and secrets stand under stable pseudonyms; addresses and other parts that are no
            function of the value are masked.
          </p>
          {record.scenarios.map((scenario) => (
            <ScenarioView key={scenario.name} record={record} scenario={scenario} />
          ))}
        </main>
      </body>
    </html>
  );
}
