import { describe, expect, test } from 'vitest';
import { formatOf } from '../../src/format/index.ts';
import { recognize } from '../../src/recognize/index.ts';
import { realPrints } from '../format/prints.ts';

/** What each version of the recordings prints as. */
const VERSIONS: readonly (readonly [driver: string, version: string, id: string])[] = [
  ['js', '4.8.2', 'js/4.3'],
  ['py', '4.5.1', 'py/2.7'],
  ['go', '4.3.1', 'go/2.7'],
  ['java', '4.5.0', 'java/2.7'],
  ['scala', '4.5.0', 'scala/2.7'],
];

describe('real prints are recognised', () => {
  test.each(VERSIONS)('%s %s as %s', (driver, version, id) => {
    const strange = realPrints(driver, version)
      .filter(({ outcome, wire }) => outcome === 'printed' && typeof wire !== 'string')
      // What the format itself reads as nothing but a raw string.
      .filter(({ printed }) => !isOnlyString(id, printed))
      .filter(({ printed }) => !recognize(printed).some(({ format }) => format.id === id))
      .map((print) => print.case);
    expect(strange).toStrictEqual([]);
  });
});

function isOnlyString(id: string, text: string): boolean {
  const reading = formatOf(id)?.parse(text);
  return reading?.ok === true && reading.onlyAsString !== undefined;
}
