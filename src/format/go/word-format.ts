import type { Value } from '../../value/index.ts';
import type { About, Format, Reading } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { decode } from './decode.ts';
import { wordEbnf } from './ebnf.ts';
import { goErrors } from './errors.ts';
import { wordGrammar } from './grammar.ts';
import { mask } from './mask.ts';
import { printDecoded } from './print.ts';
import { project } from './project.ts';
import type { WordTraits } from './traits.ts';
import { wordReading } from './words.ts';

/** What a format is made of whose values have no `String` method, so that Go's own structure printing shows through. */
export interface WordParts {
  readonly id: string;
  readonly variantOf?: string;
  readonly about: Pick<About, 'releases' | 'change' | 'runtime' | 'leniencies' | 'evidence'>;
  readonly traits: WordTraits;
  /** Whether the newest release of the id prints causes of errors. */
  readonly details: boolean;
}

const ADDRESSES =
  'the addresses (0x and hexadecimal digits) that stand for collections, databases and native refs';
const KEY_ORDER = 'the order of keys, another one in each print';

/** A format of words without quotes: any text may be a top-level string, and what else it may be comes first. */
export function wordFormat({ id, variantOf, about, traits, details }: WordParts): Format {
  const grammar = wordGrammar(traits);
  const errors = goErrors({ details });
  const hasAddresses = traits.ref !== 'path';
  const masked = hasAddresses ? mask : (text: string): string => text;
  const print = (value: Value): string => printDecoded(decode(value, traits), traits);
  const printing = { print, printDecoded: (value: Value) => printDecoded(value, traits), mask: masked };

  function parse(text: string): Reading {
    const word = wordReading(text);
    const structures = readAll(text, grammar, printing);
    if (structures.ok)
      return { ok: true, readings: [...structures.readings, word], complete: structures.complete };
    return {
      ok: true,
      readings: [word],
      complete: structures.gaveUp !== true,
      ...(word.kind === 'string' ? { onlyAsString: structures.error } : {}),
    };
  }

  return {
    id,
    ...(variantOf === undefined ? {} : { variantOf }),
    about: {
      driver: 'Go',
      statement: 'fmt.Println(result)',
      generation: traits.generation,
      grammar: wordEbnf(traits),
      ...about,
    },
    parse,
    print,
    mask: masked,
    steady: masked,
    project: (value) => project(value, traits),
    parseError: errors.parseError,
    projectError: errors.projectError,
    free: [...(hasAddresses ? [ADDRESSES] : []), ...(traits.sorted ? [] : [KEY_ORDER])],
  };
}
