import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../src/expect/arbitrary/value.ts';
import type { Format } from '../../src/format/index.ts';
import { build } from '../../src/value/index.ts';
import { fittingOf } from '../../src/recognize/fit.ts';
import { recognize } from '../../src/recognize/index.ts';
import { MARKS, type Mark } from '../../src/recognize/marks.ts';
import { structureOf } from '../../src/recognize/reason.ts';
import { mayBePrint } from '../../src/recognize/sieve.ts';
import { familyOf } from '../../src/format/index.ts';
import { tame } from '../format/tame.ts';
import { everyFormat, isNotRead, printOf } from './every-format.ts';
import { PIECES } from './pieces.ts';

const values = fc.oneof(tame(arbitraryValue()), arbitraryValue());
/** Variants are many, and differ from their bare format in little. */
const runs = ({ variantOf }: Format): { readonly numRuns: number } => ({
  numRuns: variantOf === undefined ? 12 : 3,
});

describe('what a format prints is recognised as its own', () => {
  test.each(everyFormat)('$id', (format) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = printOf(format, value);
        fc.pre(text !== undefined && !isNotRead(format, text));
        const answers = recognize(text);
        const own = answers.find(({ format: { id } }) => id === (format.variantOf ?? format.id));
        expect(own === undefined ? text : undefined).toBe(undefined);
        // A variant that prints so is among the variants, and the bare format fits no worse.
        expect([own?.by.id, ...(own?.variants ?? []).map(({ id }) => id)]).toContain(
          own?.fit === 'exact' && format.variantOf === undefined ? own.by.id : format.id,
        );
      }),
      runs(format),
    );
  });
});

describe('the answers', () => {
  const texts = fc
    .tuple(fc.constantFrom(...everyFormat), values)
    .map(([format, value]) => printOf(format, value))
    .filter((text) => text !== undefined);

  test('are each read by their format, best first, and told with a reason', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answers = recognize(text);
        const order = ['exact', 'layout', 'lenient'];
        const fits = answers.map(({ fit }) => order.indexOf(fit));
        expect(fits).toStrictEqual(fits.toSorted((left, right) => left - right));
        for (const { format, by, readings, reason } of answers) {
          expect(by.variantOf ?? by.id).toBe(format.id);
          expect(readings.length).toBeGreaterThan(0);
          expect(reason).toMatch(/; (?:printed again|its reader takes it)/);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('are the same however the text is wrapped: colours, banners, line ends, blank lines', () => {
    const banner = `+${'-'.repeat(80)}+\n| New fauna version available 4.5.1 => 4.5.2${' '.repeat(38)}|\n+${'-'.repeat(80)}+\n`;
    fc.assert(
      fc.property(texts, (text) => {
        // What is read with its own white space, or only as it is, has no wrapping to be taken away.
        fc.pre(text === text.trim() && !/[\r\n]/.test(text) && !text.includes('\u001B') && text !== '');
        const plain = recognize(text);
        const wrapped = recognize(`${banner}\u001B[1m${text}\u001B[0m\r\n\n`);
        const ids = (answers: typeof plain): readonly string[] =>
          answers.map(({ format }) => format.id).toSorted();
        expect(ids(wrapped)).toStrictEqual(ids(plain));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the sieve', () => {
  /** A text that the sieve holds back although a format reads it. */
  const hidden = (text: string, sieve: (text: string) => boolean): readonly string[] =>
    sieve(text)
      ? []
      : everyFormat.filter((format) => fittingOf(format, text) !== undefined).map(({ id }) => id);

  test.each(everyFormat)('hides nothing that $id prints', (format) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = printOf(format, value);
        fc.pre(text !== undefined);
        expect(hidden(text, mayBePrint)).toStrictEqual([]);
      }),
      runs(format),
    );
  });

  test('hides nothing that a format reads of any text', () => {
    const words = fc.constantFrom(
      ...PIECES,
      '-',
      'map',
      'Ref',
      '2018-01-02',
      '\n',
      '<',
      '>',
      '#',
      '=',
      '0x1',
      'T03:04:05Z',
      'LongV',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 10, maxLength: 40 }), (parts) => {
        expect(hidden(parts.join(''), mayBePrint)).toStrictEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('one that holds back brackets is caught', () => {
    const liar = (text: string): boolean => !text.startsWith('{');
    expect(hidden('{ a: 1 }', liar)).toContain('js/4.3');
  });

  test.each([
    '2021-11-10T12:00:00.123Z INFO [main] com.example.Service - request 17 done in 12 ms',
    'a sentence of some words, as people write them, with a full stop at its end.',
    'GET /index.html HTTP/1.1 200 5316 "https://example.org/?a=1" Mozilla/5.0 Gecko',
  ])('holds back %s', (line) => {
    expect(mayBePrint(line)).toBe(false);
  });
});

/** Longer than Node.js prints. */
const LONG_LIST = build.arr(Array.from({ length: 120 }, (_, index) => build.long(index)));

describe('marks', () => {
  /** Formats that write a mark although it is said to be of other families, with a print that shows it. */
  const liars = (marks: readonly Mark[], format: Format, structure: string): readonly string[] =>
    marks
      .filter(({ pattern, families }) => pattern.test(structure) && !families.includes(familyOf(format)))
      .map(({ words }) => `${words} in ${structure} of ${format.id}`);

  test.each(everyFormat)('of others are not in what $id prints', (format) => {
    fc.assert(
      fc.property(arbitraryValue(), (value) => {
        const structure = printOf(format, value) === undefined ? undefined : structureOf(format, value);
        expect(structure === undefined ? [] : liars(MARKS, format, structure)).toStrictEqual([]);
      }),
      { numRuns: 3 * runs(format).numRuns },
    );
  });

  test('one that a family writes although it is said to be of another is caught', () => {
    const format = everyFormat.find(({ id }) => id === 'java/2.7');
    if (format === undefined) throw new Error('there is no java/2.7');
    const lie: Mark = { words: '`ref(`', pattern: /ref\(/, families: ['py'] };
    expect(liars([lie], format, 'ref(id = "collections")')).toHaveLength(1);
  });

  test('each is written by a format of each family that it names', () => {
    const seen = new Map<Mark, Set<string>>();
    fc.assert(
      fc.property(arbitraryValue(), (value) => {
        for (const format of everyFormat) {
          const text = printOf(format, value);
          for (const one of MARKS)
            if (text !== undefined && one.pattern.test(text))
              seen.set(one, (seen.get(one) ?? new Set()).add(familyOf(format)));
        }
      }),
      { numRuns: 100, examples: [[LONG_LIST]] },
    );
    const families = new Set(everyFormat.map(familyOf));
    const unseen = MARKS.flatMap((one) =>
      one.families
        .filter((family) => families.has(family) && seen.get(one)?.has(family) !== true)
        .map((family) => `${one.words} of ${family}`),
    );
    expect(unseen).toStrictEqual([]);
  });
});
