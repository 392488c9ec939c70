import type { Value } from '../../value/index.ts';
import type { About, Format, Reading } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { decode } from './decode.ts';
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
export function swiftFormat({ id, about, traits }: SwiftParts): Format {
  const grammar = swiftGrammar(traits);
  const same = (text: string): string => text;
  const printing = {
    print: (value: Value) => describe(decode(value, traits), traits),
    printDecoded: (value: Value) => describe(value, traits),
    mask: same,
  };

  function parse(text: string): Reading {
    const word = wordReading(text, traits);
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
    about: {
      driver: 'Swift',
      statement: 'print(result)',
      generation: traits.generation,
      grammar: ebnf(traits),
      leniencies: [],
      evidence: 'derived',
      ...about,
    },
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
