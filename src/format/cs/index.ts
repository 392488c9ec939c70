/**
 * `cs/2.9`: what `Console.WriteLine` writes for a value of `FaunaDB.Client` 2.9.0 to 4.2.0 on .NET Core 3.0 and later, the
 * output encoded as UTF-8. Dates and decimal signs follow the current culture, which the text does not name: a format is
 * made for one culture, the invariant one by default. Spec section 10.
 */
import type { Value } from '../../value/index.ts';
import type { About, Format } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import { INVARIANT, type Culture } from './culture.ts';
import { csErrors } from './errors.ts';
import { csGrammar } from './grammar.ts';
import { printDecoded } from './print.ts';
import { project } from './project.ts';
import { refuseUndecodable } from './refuse-undecodable.ts';

/** Spec 10.d, as this release prints. */
const GRAMMAR = `
value    = "NullV" | "BooleanV(True)" | "BooleanV(False)" | "LongV(" integer ")" | "DoubleV(" double ")"
         | "StringV(" { any-char } ")" | "FaunaDate(" culture-date ")" | "FaunaTime(" time ")"
         | "BytesV(" [ hexbyte { ", " hexbyte } ] ")" | ref | set | query | object | array ;
object   = "ObjectV(" [ key ": " value { "," key ": " value } ] ")" ;   key = { any-char } ;
array    = "Arr(" [ value { ", " value } ] ")" ;
ref      = 'RefV(id = "' { any-char } '"' [ ", collection = " ref ] [ ", database = " ref ] ")" ;
set      = "SetRefV(System.Collections.Generic.Dictionary\`2[System.String,FaunaDB.Types.Value])" ;
query    = "QueryV(System.Collections.Generic.Dictionary\`2[System.String,FaunaDB.Query.Expr])" ;
integer  = [ "-" ] digit { digit } ;
double   = [ "-" ] digit { digit } [ decsep digit { digit } ] [ "E" ( "+" | "-" ) digit digit { digit } ] ;
decsep   = "." | other signs of the culture ;
time     = date "T" hh ":" mm ":" ss [ "." digit { digit } ] "Z" ;      (* 1 to 7 digits, no trailing zeros *)
hexbyte  = "0x" hexdigit hexdigit ;
`;

const ABOUT: About = {
  driver: 'C#',
  releases: [{ from: '2.9.0', since: '2019-10-24' }],
  statement: 'Console.WriteLine(result)',
  generation: 'collections',
  grammar: GRAMMAR,
  leniencies: [],
  evidence: 'ran',
};

/** The format under a culture; its id names every culture but the invariant one: `cs/2.9+de-DE`. */
export function cs29In(culture: Culture): Format {
  const grammar = csGrammar(culture);
  const mask = (text: string): string => text;
  const decoded = (value: Value): string => printDecoded(value, culture);
  const print = (value: Value): string => {
    refuseUndecodable(value);
    return decoded(value);
  };
  return {
    id: culture === INVARIANT ? 'cs/2.9' : `cs/2.9+${culture.name}`,
    about: ABOUT,
    parse: (text) => readAll(text, grammar, { print, printDecoded: decoded, mask }),
    print,
    mask,
    steady: (text) => text,
    project,
    parseError: csErrors.parseError,
    projectError: csErrors.projectError,
    free: [],
  };
}

export const cs29: Format = cs29In(INVARIANT);

/** Formats of the driver, oldest first. */
export const csFormats: readonly Format[] = [cs29];
