import { renderHtml } from '../report/html/render-html.tsx';
import { renderRunJson } from '../report/run-json.ts';
import { findSecrets } from '../report/secrets.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { RunRecord } from '../verdict/record.ts';

/** A run's reports as texts, none of which shows a secret. */
export interface Reports {
  /** For the terminal. */
  readonly table: string;
  /** By file name. */
  readonly files: { readonly 'index.html': string; readonly 'run.json': string };
}

/**
 * Renders a run for the terminal and as files. All of it is looked through before any of it is shown or written.
 * @throws Error when one would show a secret of the database: a defect of the pseudonyms.
 */
export function renderReports(record: RunRecord, { colour }: { readonly colour: boolean }): Reports {
  const reports: Reports = {
    table: renderTerminal(record, { colour }),
    files: { 'index.html': renderHtml(record), 'run.json': renderRunJson(record) },
  };
  for (const [name, text] of Object.entries({ 'the table': reports.table, ...reports.files })) {
    const { length } = findSecrets(text);
    if (length > 0)
      throw new Error(`${name} would show ${length} secrets of the database; nothing was written.`);
  }
  return reports;
}
