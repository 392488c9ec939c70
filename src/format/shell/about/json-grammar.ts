/** The grammar of what `JSON.stringify` writes of a result, in the words of the wire. */
export const JSON_GRAMMAR = `value = "null" | "true" | "false" | number | string | array | object | ref
      | '{"@ts":', string, '}' | '{"@date":', string, '}' | '{"@bytes":', string, '}'
      | '{"@set":', object, '}' | '{"@query":', object, '}' ;
ref = '{"@ref":{"id":', string, [ ',"collection":', ref ], [ ',"database":', ref ], '}}' ;
number = [ "-" ] digits [ "." digits ] [ "e" ( "+" | "-" ) digits ] ;  (* never -0 *)
string = '"' { character | escape } '"' ;
array = "[" [ value { "," value } ] "]" ;
object = "{" [ string ":" value { "," string ":" value } ] "}" ;`;
