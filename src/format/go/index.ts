/**
 * `go/2.7`: what `fmt.Println` writes for a value of `github.com/fauna/faunadb-go` 2.7.0 to v2.12.0 and v4.0.0 to v5.0.0-beta,
 * on Go 1.12 and later (sorted maps). Values have no `String` method there, so Go's own structure printing shows through:
 * strings bare, times as three numbers, collections as addresses. Spec section 6.
 */
import type { Value } from '../../value/index.ts';
import type { Format, Reading } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { decode } from './decode.ts';
import { goErrors } from './errors.ts';
import { grammar } from './grammar.ts';
import { mask } from './mask.ts';
import { printDecoded } from './print.ts';
import { project } from './project.ts';
import { wordReading } from './words.ts';

export const go27: Format = {
  id: 'go/2.7',
  about: {
    driver: 'Go',
    releases: [
      { from: '2.7.0', to: '2.12.0', since: '2019-07-31', until: '2020-05-06' },
      { from: '4.0.0', since: '2021-04-07' },
    ],
    statement: 'fmt.Println(result)',
    generation: 'collections',
    grammar: '',
    leniencies: [],
    evidence: 'ran',
  },
  parse,
  print,
  mask,
  steady: mask,
  project,
  parseError: goErrors.parseError,
  projectError: goErrors.projectError,
  free: ['the addresses (0x and hexadecimal digits) that stand for collections, databases and native refs'],
};

function print(value: Value): string {
  return printDecoded(decode(value));
}

/** Any text may be a top-level string; what else it may be comes first. */
function parse(text: string): Reading {
  const word = wordReading(text);
  const structures = readAll(text, grammar, { print, printDecoded, mask });
  if (structures.ok)
    return { ok: true, readings: [...structures.readings, word], complete: structures.complete };
  return {
    ok: true,
    readings: [word],
    complete: structures.gaveUp !== true,
    ...(word.kind === 'string' ? { onlyAsString: structures.error } : {}),
  };
}

/** Formats of the driver, oldest first. */
export const goFormats: readonly Format[] = [go27];
