import type { Value } from '../../value/index.ts';
import type { About, Reading } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { readAnyLength } from '../shared/direct/read-any-length.ts';
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

  function parse(text: string): Reading {
    const word = wordReading(text, traits);
    const structures = readAnyLength(text, ways);
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
    about: {
      driver: 'Swift',
      statement: 'print(result)',
      generation: traits.generation,
      grammar: ebnf(traits),
      leniencies: [],
      evidence: 'derived',
      ...about,
    },
    ways,
    parse,
    print: printing.print,
    mask: same,
    steady: same,
    project: (value) => project(value, traits),
    parseError,
    projectError,
    free: ['the order of keys, another one in each process from Swift 4.2 on'],
  };
}
