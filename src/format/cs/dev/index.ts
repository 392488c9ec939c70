/**
 * `cs/3.0-dev`: the text of the development branch between 2.12.0 and 3.0.0, nearly JSON, taken back before the release. It is
 * here so that a sample made from it is recognised. Held against commit b1710ea (spec 10.c.2).
 */
import type { Value } from '../../../value/index.ts';
import type { About } from '../../format.ts';
import { readAll } from '../../shared/ambiguous/read-all.ts';
import { readAnyLength } from '../../shared/direct/read-any-length.ts';
import type { DirectFormat, Ways } from '../../shared/direct/ways.ts';
import { INVARIANT } from '../culture.ts';
import type { DoubleStyle } from '../double-text.ts';
import { csErrors } from '../errors.ts';
import { UNDECODABLE } from '../leniencies.ts';
import { isDecodable, refuseUndecodable } from '../refuse-undecodable.ts';
import { devStyle } from './direct.ts';
import { devGrammar } from './grammar.ts';
import { printDev } from './print.ts';
import { projectDev } from './project.ts';

const ID = 'cs/3.0-dev';
const LIMITS = {
  tags: new Set(['@ref', '@obj', '@set', '@ts', '@date', '@bytes', '@query']),
  query: 'name',
  culture: INVARIANT,
} as const;

const ABOUT: About = {
  driver: 'C#',
  releases: [{ from: '3.0.0-dev', since: '2020-08-06', to: '3.0.0-dev', until: '2020-08-17' }],
  statement: 'Console.WriteLine(result)',
  generation: 'collections',
  change:
    'On the development branch only: nearly JSON, with sorted keys (6f575ba, 2020-07-15; merged in 70979ce, taken back in e886127, 2020-08-13).',
  grammar: `value   = "null" | "true" | "false" | integer | netdouble | string | date | time | bytes | ref | set | query | object | array ;
string  = '"' { any-char-but-quote | '\\"' } '"' ; (* a backslash is not escaped *)
date    = 'Date("' year "-" mm "-" dd '")' ;
time    = 'Time("' year "-" mm "-" dd "T" hh ":" mm ":" ss [ "." digit { digit } ] 'Z")' ; (* 1 to 7 digits, no trailing zeros *)
bytes   = "Bytes(" [ hexbyte { ", " hexbyte } ] ")" ;
ref     = 'Ref(id="' { any-char } '"' [ ", collection=" ref ] [ ", database=" ref ] ")" ;
set     = "SetRef(" object ")" ;
query   = "Query(" object ")" ;
object  = "{" [ key ": " value { ", " key ": " value } ] "}" ; (* sorted by key *)
key     = '"' { any-char } '"' ; (* nothing escaped *)
array   = "[" [ value { ", " value } ] "]" ;
netdouble = [ "-" ] digit { digit } [ "." digit { digit } ] [ "E" ( "+" | "-" ) digit digit { digit } ]
        | [ "-" ] "Infinity" | "NaN" ;
hexbyte = "0x" hexdigit hexdigit ; (* lower case *)`,
  leniencies: [
    UNDECODABLE,
    {
      takes: 'keys in any order, since the machine sorts them by its own collation',
      source: 'faunadb-csharp b1710ea, FaunaDB.Client/Collections/DictionaryExtension.cs',
    },
  ],
  evidence: 'ran',
};

function devFormat(style: DoubleStyle): DirectFormat {
  const grammar = devGrammar(style);
  const mask = (text: string): string => text;
  const decoded = (value: Value): string => printDev(value, style);
  const print = (value: Value): string => {
    refuseUndecodable(value, LIMITS);
    return decoded(value);
  };
  const { parseError, projectError } = csErrors();
  const ways: Ways = {
    style: devStyle(style),
    printDecoded: decoded,
    isDecodable: (value) => isDecodable(value, LIMITS),
    readAll: (text) => readAll(text, grammar, { print, printDecoded: decoded, mask }),
  };
  return {
    id: ID,
    about: ABOUT,
    ways,
    parse: (text) => readAnyLength(text, ways),
    print,
    mask,
    steady: (text) => text,
    project: (value) => projectDev(value, style),
    parseError,
    projectError,
    free: [],
  };
}

export const cs30dev: DirectFormat = devFormat({ culture: INVARIANT, digits: 'shortest' });

/** The same where doubles have 15 digits. */
export const cs30devOnFramework: DirectFormat = {
  ...devFormat({ culture: INVARIANT, digits: 15 }),
  id: `${ID}+fx`,
  variantOf: ID,
  about: { ...ABOUT, runtime: '.NET Framework, Mono, .NET Core before 3.0' },
};
