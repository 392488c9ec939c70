import type { Value } from '../../value/index.ts';
import { UnprintableValue, type About } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { readWords } from '../shared/direct/read-words.ts';
import type { DirectFormat, Ways } from '../shared/direct/ways.ts';
import { decode, isPuzzling } from './decode.ts';
import { wordDirect } from './direct.ts';
import { wordEbnf } from './ebnf.ts';
import { goErrors } from './errors.ts';
import { wordGrammar } from './grammar.ts';
import { wordLeniencies } from './leniencies.ts';
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
/** A first key that is empty or a tag, a query: no other text has a value that is puzzling. */
const PUZZLES = ['map[:', 'map[@', '{['];
const KEY_ORDER = 'the order of keys, another one in each print';

/** A format of words without quotes: any text may be a top-level string, and what else it may be comes first. */
export function wordFormat({ id, variantOf, about, traits, details }: WordParts): DirectFormat {
  const grammar = wordGrammar(traits);
  const errors = goErrors({ details });
  const hasAddresses = traits.ref !== 'path';
  const masked = hasAddresses ? mask : (text: string): string => text;
  const print = (value: Value): string => printDecoded(decode(value, traits), traits);
  const printing = { print, printDecoded: (value: Value) => printDecoded(value, traits), mask: masked };
  const ways: Ways = {
    style: wordDirect(traits),
    printDecoded: printing.printDecoded,
    isDecodable,
    readAll: (text) => readAll(text, grammar, printing),
  };

  /** What direct reading takes can be decoded by itself; a puzzling whole may become another one. */
  function isDecodable(value: Value, text?: string): boolean {
    if (text !== undefined && !PUZZLES.some((part) => text.includes(part))) return true;
    if (!isPuzzling(value, traits)) return true;
    try {
      return print(value) === printDecoded(value, traits);
    } catch (cause) {
      if (cause instanceof UnprintableValue) return false;
      throw cause;
    }
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
      leniencies: [...about.leniencies, ...wordLeniencies(traits)],
    },
    ways,
    parse: (text) => readWords(text, wordReading(text), ways),
    print,
    mask: masked,
    steady: masked,
    project: (value) => project(value, traits),
    parseError: errors.parseError,
    projectError: errors.projectError,
    free: [...(hasAddresses ? [ADDRESSES] : []), ...(traits.sorted ? [] : [KEY_ORDER])],
  };
}
