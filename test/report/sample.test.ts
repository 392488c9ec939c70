import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html/render-html.tsx';
import { readRunJson } from '../../src/report/read-run-json.ts';
import { renderRunJson } from '../../src/report/run-json.ts';
import { findSecrets } from '../../src/report/secrets.ts';

const sample = new URL('../../reports/sample/', import.meta.url);

it('reports/sample/index.html is what its run.json renders to (npx vitest run test/report -u writes it)', async () => {
  const text = await readFile(new URL('run.json', sample), 'utf8');
  const record = readRunJson(text);
  expect(renderRunJson(record)).toBe(text);
  expect(findSecrets(text)).toEqual([]);
  await expect(renderHtml(record)).toMatchFileSnapshot(new URL('index.html', sample).pathname);
});
