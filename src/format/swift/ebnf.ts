import type { SwiftTraits } from './traits.ts';

/** The grammar of a print. It has one way through a text only where strings and ids hold none of its marks. */
export function ebnf({ ref, bytes, query }: SwiftTraits): string {
  const members = ref === 'members';
  return `value    = "null" | "true" | "false" | long | double | text | date | time${bytes ? ' | bytes' : ''} | ref${query ? ' | query' : ''} | array | dict ;
long     = [ "-" ] digit { digit } ;             (* integral doubles too: 1.0 is decoded as 1 *)
double   = [ "-" ] digit { digit } [ "." digit { digit } ] [ "e" ( "+" | "-" ) digit digit { digit } ] ;
text     = { any-char } ;                        (* a string, as it is *)
date     = yyyy-mm-dd " 00:00:00 +0000" ;
time     = yyyy-mm-dd "T" hh:mm:ss "." 9 * digit "Z" ;
${bytes ? `bytes    = '"' base64 '"' ;\n` : ''}${
    members
      ? 'ref      = "RefV(id=" text [ ", class=" ref ] [ ", database=" ref ] ")" ;'
      : 'ref      = text ;                                (* native, native "/" name, native "/" name "/" id *)'
  }
array    = "[" [ value { ", " value } ] "]" ;
dict     = "[:]" | "[" entry { ", " entry } "]" ; (* an object or a set; keys in any order, each once *)
entry    = quoted ": " value ;
quoted   = '"' { char | escape } '"' ;
escape   = "\\\\" ( "\\\\" | "'" | '"' | "0" | "n" | "r" | "t" | "u{" 2 * hexdigit "}" ) ;
${
  query
    ? `query    = "QueryV(" json ")" ;
json     = "null" | "boolean(" ( "true" | "false" ) ")" | "string(" quoted ")" | "number(" long ")" | "double(" double ")"
         | "array([" [ inner { ", " inner } ] "])" | "object([" ( ":" | quoted ": " inner { ", " quoted ": " inner } ) "])" ;
inner    = "FaunaDB.JsonType." json ;
`
    : ''
}`;
}
