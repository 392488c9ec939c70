/**
 * The pages for readers say what is so: every `console` block is run as a reader would, and every line that it shows is in
 * the output. `…` stands for anything; blanks count as one.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printproof } from '../e2e/printproof.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const pages = (await readdir(docs)).filter(
  // The table of acceptance is generated, and shows results.
  (name) => name.endsWith('.md') && name !== 'acceptance.md',
);
const texts = await Promise.all(
  pages.map(async (page) => ({ page, text: await readFile(join(docs, page), 'utf8') })),
);

let output: string;
beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'printproof-docs-'));
});
afterAll(() => rm(output, { recursive: true }));

describe.each(texts)('docs/$page', ({ page, text }) => {
  const snippets = [...text.matchAll(/```console\n([^]*?)```/g)].flatMap(([, block = '']) =>
    commandsOf(block),
  );

  it('shows something that can be run', () => {
    expect(snippets).not.toHaveLength(0);
  });

  it.each(snippets)('$command', async ({ command, shown }) => {
    const [npx, name, ...args] = command.split(' ');
    expect([npx, name], 'a snippet calls `npx printproof`').toEqual(['npx', 'printproof']);
    // A reader's reports go to reports/; a test's must not.
    const aside = args[0] === 'run' ? ['--output', output] : [];
    const { stdout, stderr } = await printproof(...args, ...aside);
    const lines = `${stderr}\n${stdout}`.split('\n').map(oneBlank);
    for (const line of shown) {
      const pattern = new RegExp(`^${line.split(/ ?… ?/).map(escaped).join('.*')}$`, 'u');
      expect(
        lines.some((one) => pattern.test(one)),
        `"${line}" is not in the output:\n${lines.join('\n')}`,
      ).toBe(true);
    }
  });

  it('links to what is there', async () => {
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((one) => !/^[a-z]+:/.test(one)))
      await expect(readdir(resolve(docs, dirname(link))), `${page}: ${link}`).resolves.toContain(
        resolve(docs, link).slice(resolve(docs, dirname(link)).length + 1),
      );
  });
});

interface Snippet {
  readonly command: string;
  readonly shown: readonly string[];
}

function commandsOf(block: string): Snippet[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...shown] = part.split('\n');
      return {
        command: command.trim(),
        shown: shown.map(oneBlank).filter((line) => line !== '' && line !== '…'),
      };
    });
}

function oneBlank(line: string): string {
  return line.replaceAll(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
