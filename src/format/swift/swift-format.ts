import type { Value } from '../../value/index.ts';
import type { About, Leniency } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { readWords } from '../shared/direct/read-words.ts';
import type { DirectFormat, Ways } from '../shared/direct/ways.ts';
import { decode } from './decode.ts';
import { swiftDirect } from './direct.ts';
import { ebnf } from './ebnf.ts';
import { parseError, projectError } from './errors.ts';
import { swiftGrammar } from './grammar.ts';
import { describe } from './print.ts';
import { project } from './project.ts';
import type { SwiftTraits } from './traits.ts';
import { wordReading } from './words.ts';

export interface SwiftParts {
  readonly id: string;
  readonly about: Pick<About, 'releases' | 'change'>;
  readonly traits: SwiftTraits;
}

const LENIENCIES: readonly Leniency[] = [
  {
    takes: 'keys in any order',
    source: 'faunadb-swift 2.0.0, Sources/FaunaDB/Value.swift: ObjectV is a Dictionary of Swift',
  },
  {
    takes: 'halves of surrogate pairs, which no release decodes',
    source: 'faunadb-swift 2.0.0, Sources/FaunaDB/JSON.swift: JSONSerialization',
  },
];

/** A format of words without quotes: any text may be a top-level string, and what else it may be comes first. */
export function swiftFormat({ id, about, traits }: SwiftParts): DirectFormat {
  const grammar = swiftGrammar(traits);
  const same = (text: string): string => text;
  const printing = {
    print: (value: Value) => describe(decode(value, traits), traits),
    printDecoded: (value: Value) => describe(value, traits),
    mask: same,
  };

  const ways: Ways = {
    style: swiftDirect(traits),
    printDecoded: printing.printDecoded,
    // What is read is in range, and has whole characters only: nothing that the driver refuses.
    isDecodable: () => true,
    readAll: (text) => readAll(text, grammar, printing),
  };

  return {
    id,
    about: {
      driver: 'Swift',
      statement: 'print(result)',
      generation: traits.generation,
      grammar: ebnf(traits),
      leniencies: LENIENCIES,
      evidence: 'derived',
      ...about,
    },
    ways,
    parse: (text) => readWords(text, wordReading(text, traits), ways),
    print: printing.print,
    mask: same,
    steady: same,
    project: (value) => project(value, traits),
    parseError,
    projectError,
    free: ['the order of keys, another one in each process from Swift 4.2 on'],
  };
}
