import type { Traits } from './traits.ts';

/** The grammar of the `NameV(…)` texts, as EBNF (spec 10.d), put together from what a release has. */
export function classNameEbnf({ arrays, bytes, query, ref, setText, time }: Traits): string {
  const kinds = ['date', ...(time === 'iso' ? ['time'] : []), ...(bytes ? ['bytes'] : [])];
  const more = ['ref', 'set', ...(query === 'tag' ? [] : ['query']), 'object', 'array'];
  return [
    `value   = "NullV" | "BooleanV(True)" | "BooleanV(False)" | "LongV(" integer ")" | "DoubleV(" netdouble ")"
        | "StringV(" { any-char } ")" | ${[...kinds, ...more].join(' | ')} ;`,
    time === 'iso'
      ? `date    = "FaunaDate(" culture-date ")" ; (* a day at midnight, as the culture writes it *)
time    = "FaunaTime(" year "-" mm "-" dd "T" hh ":" mm ":" ss [ "." digit { digit } ] "Z)" ; (* 1 to 7 digits, no trailing zeros *)`
      : 'date    = "FaunaDate(" culture-date ")" ; (* a date or a time, to the second *)',
    ...(bytes
      ? [
          'bytes   = "BytesV(" [ hexbyte { ", " hexbyte } ] ")" ;\nhexbyte = "0x" hexdigit hexdigit ; (* lower case *)',
        ]
      : []),
    ref === 'path'
      ? 'ref     = "RefV(" name { "/" name } ")" ;\nname    = { any-char } ;'
      : `ref     = 'RefV(id = "' { any-char } '"' [ ", ${ref} = " ref ] [ ", database = " ref ] ")" ;`,
    `set     = "SetRefV(${setText})" ;`,
    ...queryEbnf(query),
    'object  = "ObjectV(" [ key ": " value { "," key ": " value } ] ")" ;\nkey     = { any-char } ;',
    arrays
      ? 'array   = "Arr(" [ value { ", " value } ] ")" ;'
      : 'array   = "Arr(System.Collections.Generic.List`1+Enumerator[FaunaDB.Types.Value])" ;',
    `integer = [ "-" ] digit { digit } ;
netdouble = [ "-" ] digit { digit } [ decsep digit { digit } ] [ "E" ( "+" | "-" ) digit digit { digit } ]
        | [ "-" ] "Infinity" | "NaN" ;
decsep  = "." | "," ; (* the culture's *)`,
  ].join('\n');
}

function queryEbnf(query: Traits['query']): readonly string[] {
  if (query === 'tag') return [];
  if (query === 'name')
    return [
      'query   = "QueryV(System.Collections.Generic.Dictionary`2[System.String,FaunaDB.Query.Expr])" ;',
    ];
  return [
    `query   = "QueryV(" uobject ")" ;
uobject = "UObject(" [ key ": " uvalue { "," key ": " uvalue } ] ")" ;
uvalue  = uobject | "UArr(" [ uvalue { ", " uvalue } ] ")" | value ; (* a value that is no object and no array *)`,
  ];
}
