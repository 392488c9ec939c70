import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html/render-html.tsx';
import { readRunJson } from '../../src/report/read-run-json.ts';
import { renderRunJson } from '../../src/report/run-json.ts';
import type { RunRecord } from '../../src/verdict/record.ts';
import { arbitraryRecord, HOSTILE } from './arbitrary-record.ts';

const hostile = arbitraryRecord(
  fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map(([a, b]) => b + a),
  ),
);
const tame = arbitraryRecord(fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/));
const runs = { numRuns: 40 };

describe('the HTML report', () => {
  it('lets no text of a run become markup', () => {
    fc.assert(
      fc.property(hostile, (record) => {
        const tags = tagsOf(renderHtml(record));
        expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
        for (const { name, attributes } of tags) {
          expect(OUR_TAGS).toContain(name);
          for (const attribute of attributes) expect(OUR_ATTRIBUTES).toContain(attribute);
        }
      }),
      runs,
    );
  });

  it('shows every scenario, step, driver, print, and finding', () => {
    fc.assert(
      fc.property(tame, (record) => {
        const text = textOf(renderHtml(record));
        for (const shown of textsThatMatter(record)) expect(text).toContain(shown);
      }),
      runs,
    );
  });

  it('gives every part an id of its own, and every link an end', () => {
    fc.assert(
      fc.property(hostile, (record) => {
        const html = withoutConstants(renderHtml(record));
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, target] of html.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(target);
      }),
      runs,
    );
  });

  it('asks for nothing from elsewhere', () => {
    fc.assert(
      fc.property(tame, (record) => {
        const html = renderHtml(record);
        expect(html).not.toMatch(/https?:|@import|url\(/);
        expect(html).toContain(`default-src 'none'`);
      }),
      runs,
    );
  });

  it('is the same page for the same record', () => {
    fc.assert(
      fc.property(tame, (record) => {
        expect(renderHtml(readRunJson(renderRunJson(record)))).toBe(renderHtml(record));
      }),
      { numRuns: 5 },
    );
  });

  it.each([
    ['\r', '\\u{d}'],
    ['\u0000', '\\u{0}'],
    ['\u202e', '\\u{202e}'],
    ['\ud800', '\\u{d800}'],
    ['\u001b', '\\u{1b}'],
  ])('shows %j, which nobody would see, as %s', (unseen, shown) => {
    const [record] = fc.sample(tame, { seed: 3, numRuns: 1 });
    if (record === undefined) throw new Error('fast-check gave no record');
    const html = renderHtml({
      ...record,
      drivers: record.drivers.map((driver) => ({
        ...driver,
        state: { kind: 'ran', runtime: '', platform: '', locale: '', timeZone: '' },
      })),
      cases: record.cases.map((one) => ({
        ...one,
        steps: one.steps.map((step) => ({ ...step, printed: `a${unseen}b` })),
      })),
    });
    expect(html).toContain(`a<span class="unseen">${shown}</span>b`);
  });
});

const OUR_TAGS = (
  'html head meta title link style script body header main section article nav h1 h2 h3 h4 h5 p a b br span div ul li ' +
  'dl dt dd pre code mark table thead tbody tr th td details summary form fieldset legend label input select option ' +
  'button output'
).split(' ');
const OUR_ATTRIBUTES = (
  'lang charset http-equiv content name rel href id class hidden open scope role tabindex type value checked selected ' +
  'aria-label aria-labelledby aria-hidden data-driver data-state data-scenario'
).split(' ');

interface Tag {
  readonly name: string;
  readonly attributes: readonly string[];
}

/** The opening tags of a page whose every attribute value stands in double quotes, as preact writes them. */
function tagsOf(html: string): Tag[] {
  return [
    ...withoutConstants(html).matchAll(/<([a-z][^\s/>]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi),
  ].map(([, name = '', rest = '']) => ({
    name,
    attributes: [...rest.matchAll(/\s+([^\s=>"/]+)(?:="[^"]*")?/g)].map(([, attribute = '']) => attribute),
  }));
}

/** The page without the contents of our own style sheet and script. */
function withoutConstants(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>/, '<style></style>')
    .replace(/<script>[^]*<\/script>(?=<\/body>)/, '<script></script>');
}

function textOf(html: string): string {
  return withoutConstants(html)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function textsThatMatter({ drivers, scenarios, cases, results, divergences, stale }: RunRecord): string[] {
  const ran = new Set(drivers.filter(({ state }) => state.kind === 'ran').map(({ name }) => name));
  return [
    ...drivers.map(({ title }) => title),
    ...scenarios.flatMap(({ name, title, steps }) => [name, title, ...steps]),
    ...cases
      .filter(({ driver }) => ran.has(driver))
      .flatMap(({ steps }) => steps.flatMap(({ printed }) => printed ?? [])),
    ...results
      .filter(({ check, expected }) => !expected && ran.has(check.driver))
      .flatMap(({ finding }) => finding?.detail ?? []),
    ...divergences.flatMap(({ id, reason }) => [id, reason]),
    ...stale.flatMap(({ id, problem }) => [id, problem]),
  ];
}
