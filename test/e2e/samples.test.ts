import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printproof } from './printproof.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-samples-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function page(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const block = (driver: string, more = ''): string =>
  `<!-- printproof:sample driver=${driver}${more} -->\n\`\`\`\nold\n\`\`\`\n<!-- /printproof:sample -->\n`;

describe('printproof samples', () => {
  it('prints one value, the same in every run', async () => {
    const args = ['samples', '-d', 'javascript,curl', '--json'];
    const [first, second] = [await printproof(...args), await printproof(...args)];
    expect(first.exitCode, first.stderr).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    const { tabs } = JSON.parse(first.stdout);
    expect(tabs.map(({ driver, state }: { driver: string; state: string }) => [driver, state])).toEqual([
      ['curl', 'printed'],
      ['javascript', 'printed'],
    ]);
    const { resource } = JSON.parse(tabs[0].text);
    expect(tabs[1].text).toContain(`Ref(Tokens(), "${resource.ref['@ref'].id}")`);
    expect(tabs[1].text).toContain(`secret: '${resource.secret}'`);
  });

  it('writes into the marked blocks of a page, which is fresh then, and stale when somebody edits it', async () => {
    const text = `# Log in\n\n${block('curl')}\nWords.\n\n${block('javascript', ' step="log in with metadata"')}`;
    const path = await page('log-in.md', text);
    const stale = await printproof('samples', '--check', path);
    expect(stale.exitCode).toBe(1);
    expect(stale.stdout).toContain('log-in.md:3: curl is stale\n  - old\n  + {"resource":');
    expect(await readFile(path, 'utf8')).toBe(text);

    const written = await printproof('samples', '--write', path);
    expect([written.exitCode, written.stderr]).toEqual([0, expect.not.stringContaining('printproof:')]);
    expect(await readFile(path, 'utf8')).toMatch(/^# Log in\n\n[^]*Words[^]*data: \{ device: 'phone' \}/);

    const fresh = await printproof('samples', '--check', path);
    expect(fresh.stdout).toContain('curl is fresh');
    expect(fresh.exitCode).toBe(0);

    await writeFile(path, (await readFile(path, 'utf8')).replace("'phone'", "'tablet'"));
    expect((await printproof('samples', '--check', path)).exitCode).toBe(1);
  });

  it('has nothing against what it wrote but what every sample has', async () => {
    const path = await page(
      'own.html',
      '<!-- printproof:sample driver=curl -->\n<pre></pre>\n<!-- /printproof:sample -->\n',
    );
    await printproof('samples', '--write', path);
    const { stdout, exitCode } = await printproof('audit', '--fail-on', 'warning', path);
    expect(stdout).toContain('1 of 1 token satisfy');
    expect(stdout).toContain('note sample-secret');
    expect(exitCode, stdout).toBe(0);
  });

  it('leaves the block of a driver that is not here, unless its model may speak', async () => {
    const path = await page('old.md', block('ruby'));
    const without = await printproof('samples', '--write', path);
    expect(without.stdout).toContain('ruby left as it is: there is no driver to run');
    expect(await readFile(path, 'utf8')).toBe(block('ruby'));
    const required = await printproof('samples', '--check', path, '--require', 'ruby');
    expect(required.exitCode).toBe(1);
  });

  it.each<[string, string, string]>([
    ['a broken marker', '<!-- printproof:sample -->\n', 'it names no driver'],
    ['no end', '<!-- printproof:sample driver=go -->\n', ':1:1: a marker is followed by'],
    ['an unknown driver', block('cobol'), ':1: there is no driver "cobol"'],
    ['an unknown scenario', block('curl', ' scenario=log-in-2021'), 'Did you mean "log-in-2020"?'],
    [
      'an unknown step',
      block('curl', ' step=x'),
      'has no step "x"; there are: "log in", "log in with metadata".',
    ],
    ['no block', '# Nothing\n', 'has no marked block'],
  ])('%s is refused, and nothing is written', async (_what, text, message) => {
    const path = await page('wrong.md', `${text}\n${text === '# Nothing\n' ? '' : block('curl')}`);
    const before = await readFile(path, 'utf8');
    const { stderr, exitCode } = await printproof('samples', '--write', path);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(exitCode).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('--write and --check do not go together', async () => {
    const { stderr, exitCode } = await printproof('samples', '--write', 'a.md', '--check', 'b.md');
    expect(stderr).toContain('do not go together');
    expect(exitCode).toBe(2);
  });
});
