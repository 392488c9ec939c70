/** The grammar of what the printer of 0.1.2 to 0.2.3 writes. */
export const STRINGIFY_GRAMMAR = `(* white space is free between the tokens of value, array and object *)
value = "null" | "true" | "false" | number | string | array | object | ref
      | "Time(" raw ")" | "Date(" raw ")"
      | '{' '"@bytes"' ':' string '}' | '{' '"@set"' ':' object '}' | '{' '"@query"' ':' object '}' ;
ref = "Ref(" [ ref ", " ] raw ")"
    | ( "Class" | "Index" | "Database" | "Key" ) "(" raw [ ", " ref ] ")" ;
raw = '"' { character } '"' ;  (* not escaped: ends at the quote after which the rest can be read *)
number = [ "-" ] digits [ "." digits ] [ "e" ( "+" | "-" ) digits ] ;  (* never -0 *)
string = '"' { character | escape } '"' ;  (* as JSON has it *)
array = "[" [ value { "," value } ] "]" ;
object = "{" [ string ":" value { "," string ":" value } ] "}" ;`;
