/**
 * What `fmt.Println` writes for a value of `github.com/fauna/faunadb-go`. Values have no `String` method but in v2.12.1 and
 * v3.0.0, so Go's own structure printing shows through: strings bare, times as three numbers, collections as addresses.
 * Spec section 6.
 */
import type { Format } from '../format.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';
import { quotedFormats } from './quoted/index.ts';
import { WORD_IDS, type WordId } from './releases.ts';
import { wordFormat } from './word-format.ts';

/** Those whose texts are words without quotes. */
export const goWordFormats: readonly DirectFormat[] = WORD_IDS.map((one) => ofRuntime(one));

/** Formats of the driver, oldest first. */
export const goFormats: readonly Format[] = [...goWordFormats, ...quotedFormats];

/** The same on other runtimes. */
export const goVariants: readonly DirectFormat[] = WORD_IDS.map((one) =>
  ofRuntime(one, 'Go 1.11 and earlier'),
);

export const go27 = formatOf('go/2.7');

/** On Go 1.12 and later, or on an older runtime, which prints maps in an order of its own. */
function ofRuntime({ id, traits, details, ...about }: WordId, runtime?: string): DirectFormat {
  return wordFormat({
    id: runtime === undefined ? id : `${id}+go1.11`,
    ...(runtime === undefined ? {} : { variantOf: id }),
    about: {
      ...about,
      ...(runtime === undefined ? {} : { runtime }),
      evidence: runtime === undefined ? 'ran' : 'derived',
    },
    traits: { ...traits, sorted: runtime === undefined },
    details,
  });
}

function formatOf(id: string): Format {
  const found = goFormats.find((format) => format.id === id);
  if (found === undefined) throw new TypeError(`no format ${id}`);
  return found;
}
