/**
 * The report as people open it: a file, in a real Chromium. Where there is none, every test is skipped by name and says how
 * to get one.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html/render-html.tsx';
import { readRunJson } from '../../src/report/read-run-json.ts';
import type { RunRecord } from '../../src/verdict/record.ts';
import type { Result } from '../../src/verdict/verdict.ts';
import { HOSTILE } from '../report/arbitrary-record.ts';
import { findBrowser } from './browser.ts';

const executablePath = findBrowser();
const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1400, height: 1000 };

let browser: Browser;
let folder: string;
let url: string;
let pages: Opened[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'printproof-report-'));
  const sample = await readFile(new URL('../../reports/sample/run.json', import.meta.url), 'utf8');
  const path = join(folder, 'index.html');
  await writeFile(path, renderHtml(withTrouble(readRunJson(sample))));
  url = pathToFileURL(path).href;
  if (executablePath === undefined) return;
  // As root (containers, CI) Chromium runs without its sandbox only; what it opens here is ours.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

beforeEach(({ skip }) => {
  if (executablePath === undefined)
    skip('no Chromium: install it (apt-get install chromium), or name it with CHROMIUM_PATH');
});
afterEach(async () => {
  const said = pages.flatMap(({ complaints }) => complaints);
  await Promise.all(pages.map(({ page }) => page.context().close()));
  pages = [];
  // Of every page that a test opened: it says nothing on the console, and asks for nothing.
  if (said.length > 0) throw new Error(said.join('\n'));
});

describe.each([
  ['wide, light', { viewport: WIDE, colorScheme: 'light' }],
  ['wide, dark', { viewport: WIDE, colorScheme: 'dark' }],
  ['narrow, light', { viewport: NARROW, colorScheme: 'light' }],
  ['narrow, dark', { viewport: NARROW, colorScheme: 'dark' }],
] satisfies [string, BrowserContextOptions][])('%s', (_name, options) => {
  it('is as wide as its window, everything opened', async () => {
    const page = await open('', { ...options, ...opened });
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide).toBeLessThanOrEqual(window ?? 0);
  });

  it('breaks no rule of axe, everything opened', async () => {
    const page = await open('', { ...options, ...opened });
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate<axe.AxeResults>('axe.run(document)');
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`),
    ).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  });
});

describe('without script', () => {
  it('shows every print, and no filter that would not work', async () => {
    const page = await open('', { ...opened, javaScriptEnabled: false });
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('.print').count()).toBeGreaterThan(10);
    for (const print of await page.locator('.print').all()) expect(await print.isVisible()).toBe(true);
  });

  it('is as wide as its window', async () => {
    const page = await open('', { ...opened, viewport: NARROW, javaScriptEnabled: false });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  });
});

describe('links', () => {
  it('all lead to something that can be seen', async () => {
    const page = await open();
    const targets = await page.evaluate(() =>
      [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    );
    expect(new Set(targets).size).toBeGreaterThan(10);
    for (const target of new Set(targets)) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, target);
      expect(await page.locator(`[id="${target.slice(1)}"]`).isVisible(), target).toBe(true);
    }
  });

  it('into a closed scenario open it', async () => {
    const page = await open('#log-in-2020--log-in');
    expect(await page.locator('[id="log-in-2020--log-in"]').isVisible()).toBe(true);
  });

  it('to something that a filter hides take the filter away', async () => {
    const page = await open('?show=red');
    expect(await page.locator('[id="log-in-2020"]').isVisible()).toBe(false);
    await page.evaluate(() => {
      location.hash = '#log-in-2020';
    });
    await page.locator('[id="log-in-2020"]').waitFor({ state: 'visible' });
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('filters', () => {
  it('show only steps with something red, next to the other drivers, and say so in the URL', async () => {
    const page = await open();
    const before = await page.locator('.step').count();
    await page.getByLabel('only red').check();
    expect(new URL(page.url()).search).toBe('?show=red');
    const steps = page.locator('.step:visible');
    expect(await steps.count()).toBe(1);
    expect(await steps.locator('.print:visible').count()).toBeGreaterThan(1);
    expect(await page.locator('#filters output').textContent()).toBe(`1 of ${before} steps`);
    expect(await page.locator('.finding.is-known:visible').count()).toBe(0);
  });

  it('show only what is known', async () => {
    const page = await open();
    await page.getByLabel('only known divergences').check();
    expect(await page.locator('.step:visible').count()).toBe(1);
    expect(await page.locator('article.is-red[data-state]:visible').count()).toBe(0);
    expect(await page.locator('article.is-known:visible').count()).toBe(1);
  });

  it('show one driver, in the matrix too', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Driver' }).selectOption('javascript');
    expect(new URL(page.url()).search).toBe('?driver=javascript');
    const drivers = await page
      .locator('.print:visible, .matrix td:visible')
      .evaluateAll((prints) => [...new Set(prints.map((print) => print.getAttribute('data-driver')))]);
    expect(drivers).toEqual(['javascript']);
  });

  it('are taken from the URL, and what is unknown there is nothing', async () => {
    const page = await open('?show=red&driver=javascript#red');
    expect(await page.getByLabel('only red').isChecked()).toBe(true);
    expect(await page.getByRole('combobox', { name: 'Driver' }).inputValue()).toBe('javascript');
    const other = await open('?show=blue&driver=cobol');
    expect(await other.getByLabel('everything').isChecked()).toBe(true);
    expect(await other.getByRole('combobox', { name: 'Driver' }).inputValue()).toBe('');
  });

  it('work from the keyboard alone', async () => {
    const page = await open();
    await page.getByLabel('everything').focus();
    await page.keyboard.press('ArrowRight');
    expect(new URL(page.url()).search).toBe('?show=red');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('driver');
  });
});

describe('hostile texts', () => {
  it('are shown and run nothing', async () => {
    const page = await open();
    let dialogs = 0;
    page.on('dialog', () => dialogs++);
    expect(await page.locator('img, script:not(:last-child)').count()).toBe(0);
    const texts = await page.locator('article.is-red').allTextContents();
    expect(texts.join('\n')).toContain(HOSTILE[0]);
    expect(dialogs).toBe(0);
  });
});

describe('a print that differs from the model', () => {
  it('has its differing part marked on both sides', async () => {
    const page = await open('?show=red');
    const sides = page.locator('#red ~ article .sides').first();
    expect(await sides.locator('.side.left mark').allTextContents()).toEqual(['phone']);
    expect(await sides.locator('.side.right mark').allTextContents()).toEqual(['fax']);
  });
});

/** For `open`: with every `<details>` open. */
const opened = { opened: true } as const;

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

async function open(
  suffix = '',
  { opened: all = false, ...options }: BrowserContextOptions & { readonly opened?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  pages.push({ page, complaints });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== `${url}${suffix}`.replace(/#.*/, '')) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${url}${suffix}`);
  if (all)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
  return page;
}

/** The sample with one print that differs from its model, one known divergence and one discovery, in hostile words. */
function withTrouble(record: RunRecord): RunRecord {
  let red = false;
  let known = false;
  const results = record.results.map((result): Result => {
    const { scenario, driver, expectation } = result.check;
    if (scenario !== 'errors' || driver !== 'javascript') return result;
    if (!red && expectation === 'prints the error') {
      red = true;
      return {
        ...result,
        verdict: 'fail',
        expected: false,
        finding: {
          move: 'printer',
          shape: HOSTILE[1],
          detail: HOSTILE[0],
          left: `{ device: 'phone' }`,
          right: `{ device: 'fax' }`,
          sides: ['the model writes', 'the driver printed'],
        },
      };
    }
    if (!known && red && expectation === 'raises the error') {
      known = true;
      return {
        ...result,
        verdict: 'fail',
        expected: true,
        known: 'js-hostile',
        finding: { move: 'decoder', shape: HOSTILE[3], detail: HOSTILE.join(' ') },
      };
    }
    return result;
  });
  return {
    ...record,
    results,
    divergences: [{ id: 'js-hostile', reason: HOSTILE.join(' ') }],
    stale: [{ id: 'long-gone', problem: HOSTILE[2] }],
    discoveries: [
      {
        driver: 'javascript',
        expectation: 'prints what it decoded',
        shape: HOSTILE[4],
        detail: HOSTILE[10],
        example: [...HOSTILE],
        replay: { scenario: 'generated-values', seed: 1, path: '0:1:2' },
      },
    ],
  };
}
