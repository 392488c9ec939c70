/**
 * `go/2.7`: what `fmt.Println` writes for a value of `github.com/fauna/faunadb-go` 2.7.0 to v2.12.0 and v4.0.0 to v5.0.0-beta,
 * on Go 1.12 and later (sorted maps). Values have no `String` method there, so Go's own structure printing shows through:
 * strings bare, times as three numbers, collections as addresses. Spec section 6.
 */
import type { Format } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { decode } from './decode.ts';
import { goErrors } from './errors.ts';
import { grammar } from './grammar.ts';
import { mask } from './mask.ts';
import { printDecoded } from './print.ts';
import { project } from './project.ts';

export const go27: Format = {
  id: 'go/2.7',
  parse: (text) => readAll(text, grammar, { print: printDecoded, mask }),
  print: (value) => printDecoded(decode(value)),
  mask,
  project,
  parseError: goErrors.parseError,
  projectError: goErrors.projectError,
  free: ['the addresses (0x and hexadecimal digits) that stand for collections, databases and native refs'],
};
