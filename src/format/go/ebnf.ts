import type { WordTraits } from './traits.ts';

const REFS: Readonly<Record<WordTraits['ref'], string>> = {
  path: `ref      = "{" path "}" ;
path     = text ;                                (* native, native "/" name, native "/" name "/" id *)`,
  class: `ref      = "{" text " " pointer " " pointer "}" ;  (* id, class, database; a native ref has no pointer but nil *)
native   = "{" text " <nil> <nil>}" ;`,
  collection: `ref      = "{" text " " pointer " " pointer " " pointer "}" ;
                                                (* id, collection, class, database; the second and third are one pointer *)
native   = "{" text " <nil> <nil> <nil>}" ;`,
};

const POINTERS = `pointer  = address | "<nil>" ;
address  = "0x" hexdigit { hexdigit } ;          (* where a value stands: a native ref inside a container *)
`;

/** The grammar of prints without quotes. It has one way through a text only where strings and ids hold none of its marks. */
export function wordEbnf({ ref, sorted }: WordTraits): string {
  const pointers = ref !== 'path';
  return `output   = ${pointers ? '"&" native | ' : ''}value ;
value    = null | boolean | number | text | list | map | ref | time | set | query${pointers ? ' | address' : ''} ;
null     = "{}" ;
boolean  = "true" | "false" ;
number   = [ "-" ] digit { digit } [ "." digit { digit } ] [ "e" ( "+" | "-" ) digit digit { digit } ] ;
text     = { any-char } ;                        (* a string, as it is *)
list     = "[" [ value { " " value } ] "]" ;     (* an array; bytes, as numbers *)
map      = "map[" [ entry { " " entry } ] "]" ;  (* keys in ${sorted ? 'the order of their bytes' : 'any order'}, each once *)
entry    = text ":" value ;
${REFS[ref]}
${pointers ? POINTERS : ''}time     = "{" nanos " " [ "-" ] digit { digit } " <nil>}" ;
                                                (* nanoseconds, seconds since year 1; a date is its midnight *)
nanos    = digit { digit } ;                     (* at most 999999999 *)
set      = "{" map "}" ;
query    = "{[" byte { " " byte } "]}" ;         (* the JSON of the lambda, each byte in decimal *)
`;
}
