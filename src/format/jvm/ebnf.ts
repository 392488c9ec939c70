/** Grammars of the JVM texts, as EBNF (spec 8.d, 9.d), put together from what a release has. */
const SCALARS = `bool    = "true" | "false" ;
digits  = [ "-" ] digit { digit } ;
number  = [ "-" ] ( digit { digit } "." digit { digit } [ "E" [ "-" ] digit { digit } ] | "Infinity" ) | "NaN" ;
date    = [ sign ] year "-" mm "-" dd ;
time    = date "T" hh ":" mm ":" ss [ "." fraction ] "Z" ;
hexbyte = "0x" hexdigit hexdigit ;`;

const JAVA_MAP = `jmap    = "{" [ key "=" jval { ", " key "=" jval } ] "}" ;
jval    = jmap | "[" [ jval { ", " jval } ] "]" | "null" | { any-char } ;`;

/** `{ref: ref(id = "1", …)}`: Java since 2.5.2, Scala since 2.6.0. */
export function plainEbnf(options: {
  readonly nullWord: string;
  readonly container: string;
  readonly javaQueries: boolean;
}): string {
  const query = options.javaQueries ? ' | "QueryV(" jmap ")"' : ' (* a query is the object of its fields *)';
  return `value   = "${options.nullWord}" | bool | digits | number | string | bytes | date | time | ref | set | object | array${query} ;
string  = '"' { any-char } '"' (* nothing escaped *) ;
bytes   = "[" [ hexbyte { " " hexbyte } ] "]" ;
ref     = 'ref(id = "' { any-char } '"' [ ", ${options.container} = " ref ] [ ", database = " ref ] ")" ;
set     = "{@set = " object "}" ;
object  = "{" [ key ": " value { ", " key ": " value } ] "}" ;
key     = { any-char } ;
array   = "[" [ value { ", " value } ] "]" ;
${SCALARS}${options.javaQueries ? `\n${JAVA_MAP}` : ''}`;
}

/** `ObjectV({a=StringV(x)})`: Java up to 2.2.0; `ObjectV(Map(a -> StringV(x)))`: Scala up to 2.5.6. */
export function classNameEbnf(options: {
  readonly scala: boolean;
  readonly path: boolean;
  readonly bytes: boolean;
  readonly query: boolean;
}): string {
  const { scala, path, bytes, query } = options;
  const is = scala ? ' -> ' : '=';
  const members = `[ key "${is}" value { ", " key "${is}" value } ]`;
  const list = '[ value { ", " value } ]';
  const booleans = scala ? '"TrueV" | "FalseV"' : '"BooleanV(" bool ")"';
  const kinds = `${booleans} | "LongV(" digits ")" | "DoubleV(" number ")" | "StringV(" { any-char } ")"
        | "DateV(" date ")" | "TimeV(" time ")" | array | object | ref | set${bytes ? ' | bytes' : ''}${query ? ' | query' : ''}`;
  const rules = [
    ...(scala ? [] : ['print   = "null" | value ;']),
    `value   = "NullV" | ${kinds} ;`,
    `array   = ${scala ? `"ArrayV(Vector(" ${list} "))"` : `"Arr([" ${list} "])"`} ;`,
    `object  = ${scala ? `"ObjectV(Map(" ${members} "))"` : `"ObjectV({" ${members} "})"`} ;`,
    `set     = ${scala ? '"SetRefV(" object ")"' : `"SetRefV({" ${members} "})"`} ;`,
    refEbnf(scala, path),
    'key     = { any-char } ;',
    ...(bytes ? ['bytes   = "BytesV(" [ hexbyte { ", " hexbyte } ] ")" ;'] : []),
    ...(query ? [`query   = "QueryV(" ${scala ? 'object' : 'jmap'} ")" ;`] : []),
    SCALARS,
    ...(query && !scala ? [JAVA_MAP] : []),
  ];
  return rules.join('\n');
}

function refEbnf(scala: boolean, path: boolean): string {
  if (path) return 'ref     = "RefV(" name { "/" name } ")" ;\nname    = { any-char } ;';
  return scala
    ? 'ref     = "RefV(" { any-char } "," option "," option ")" ;\noption  = "None" | "Some(" ref ")" ;'
    : `ref     = 'RefV(id = "' { any-char } '"' [ ", class = " ref ] [ ", database = " ref ] ")" ;`;
}
