import { expect, test } from 'vitest';
import { formats, variants, type Format } from '../../src/format/index.ts';
import { hostileTexts } from './hostile-texts.ts';

/** Deep enough for any stack. That ten times as much takes ten times as long is measured by `npm run bench -- hostile`. */
const LENGTH = 110_000;
const texts = hostileTexts(LENGTH);
/** A variant reads by the code of its bare id: each ninth text shows what is its own. */
const fewTexts = texts.filter((_text, index) => index % 9 === 0);

test.each([...formats, ...variants].map((format) => [format.id, format] as const))(
  '%s reads a value or an error with its place from any text',
  (_id, format) => {
    for (const { name, text } of format.variantOf === undefined ? texts : fewTexts) {
      const outside = placesOf(format, text).filter((offset) => !(offset >= 0 && offset <= text.length));
      expect(outside, name).toStrictEqual([]);
      expect(format.mask(text).length, name).toBeGreaterThan(0);
    }
  },
);

function placesOf(format: Format, text: string): readonly number[] {
  const reading = format.parse(text);
  const error = format.parseError(text);
  const errors = [reading.ok ? reading.onlyAsString : reading.error, error.ok ? undefined : error.error];
  return errors.flatMap((one) => one?.offset ?? []);
}
