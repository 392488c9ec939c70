import type { QuotedTraits } from './traits.ts';

/** The grammar of prints with quotes. Where \`BytesV{}\` stands, the bytes may be none or begin with a brace. */
export function quotedEbnf({ exponent }: QuotedTraits): string {
  const double =
    exponent === 'always'
      ? 'double   = [ "-" ] digit [ "." digit { digit } ] power ;'
      : 'double   = [ "-" ] digit { digit } [ "." digit { digit } ] [ power ] ;  (* power below 1E-04 and from 1E+06 on *)';
  return `value    = "nil" | "true" | "false" | long | double | quoted | object | array | bytes | date | time | ref | set | query ;
long     = [ "-" ] digit { digit } ;
${double}
power    = "E" ( "+" | "-" ) digit digit { digit } ;
quoted   = '"' { char | escape } '"' ;
escape   = "\\\\" ( "a" | "b" | "f" | "n" | "r" | "t" | "v" | '"' | "\\\\" ) | "\\\\x" 2 * hexdigit | "\\\\u" 4 * hexdigit | "\\\\U" 8 * hexdigit ;
object   = "Obj{" [ entries ] "}" ;              (* keys in random order, each once; never "object" alone: its value is printed bare *)
entries  = entry { ", " entry } ;
entry    = quoted ": " value ;
array    = "Arr{" [ value { ", " value } ] "}" ;
bytes    = "BytesV{" [ byte { ", " byte } ] "}" ;
byte     = (* one raw byte *) ;
date     = 'DateV("' yyyy-mm-dd '")' ;
time     = 'TimeV("' yyyy-mm-dd "T" hh:mm:ss [ "." digit { digit } ] 'Z")' ;  (* no zero at the end of the fraction *)
ref      = "RefV{" [ "ID: " quoted ] [ ", Collection: &" ref [ ", Database: &" ref ] | "Database: &" ref ] "}" ;
                                                (* without an id no comma before "Collection" *)
set      = "SetRefV{ Parameters: map[string]Value{" [ entries ] "} }" ;
query    = "QueryV{" json "}" ;                  (* as it came over the wire *)
`;
}
