import type { RubyTraits } from './traits.ts';

/** The grammar of `p`'s text (spec 11.d). */
export function ebnf({ ref, bytes, query, newHash }: RubyTraits): string {
  const pair = newHash
    ? 'pair    = ( name | string ) ": " value ;'
    : 'pair    = ":" ( name | string ) "=>" value ;';
  const members =
    ref === 'path' ? '@value=" string' : '@id=" string [ ", @class_=" ref ] [ ", @database=" ref ]';
  return [
    `value   = "nil" | "true" | "false" | integer | float | string | time | date | array | hash | ref | set${bytes ? ' | bytes' : ''}${query ? ' | query' : ''} ;`,
    'array   = "[" [ value { ", " value } ] "]" ;',
    'hash    = "{" [ pair { ", " pair } ] "}" ;',
    pair,
    `ref     = "#<Fauna::Ref:" address " ${members} ">" ;`,
    'set     = "#<Fauna::SetRef:" address " @value=" hash ">" ;',
    ...(bytes ? ['bytes   = "#<Fauna::Bytes:" address " @bytes=" string ">" ;'] : []),
    ...(query ? ['query   = "#<Fauna::QueryV:" address " @value=" hash ">" ;'] : []),
    'address = "0x" hexdigit { hexdigit } ;',
    `string  = '"' { char | "\\\\" escape } '"' ;`,
    'date    = "#<Date: " day " ((" integer "j,0s,0n),+0s,2299161j)>" ;',
    'time    = day " " hh ":" mm ":" ss [ "." digit { digit } ] " UTC" ;',
    'float   = [ "-" ] digit { digit } "." digit { digit } [ "e" sign digit digit { digit } ] ;',
  ].join('\n');
}
