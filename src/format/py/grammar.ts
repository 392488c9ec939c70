import type { Traits } from './traits.ts';

/** The grammar of what is printed on these traits, as EBNF: spec 7.d without what other formats have. */
export function grammar(traits: Traits): string {
  const { refs, unknownTags, isPython2 } = traits;
  const values = [
    '"None" | "True" | "False" | integer | float | pystring | list | dict | ref',
    '"FaunaTime(" pystring ")" | "datetime.date(" int ", " int ", " int ")" | "SetRef(" value ")"',
    ...(unknownTags.has('@bytes') ? [] : ['"bytearray(b" pybytes ")"']),
    ...(unknownTags.has('@query') ? [] : ['"Query(" value ")"']),
  ];
  return [
    refs === 'path'
      ? 'output    = raw-string | iso-date | path | value ;'
      : 'output    = raw-string | iso-date | value ;',
    `(* raw-string, iso-date${refs === 'path' ? ', path' : ''}: only at top level *)`,
    `value     = ${values.join('\n          | ')} ;`,
    `integer   = [ "-" ] digit { digit }${isPython2 ? ' [ "L" ]' : ''} ;`,
    'float     = [ "-" ] digit { digit } "." digit { digit } [ exp ] | [ "-" ] digit exp | [ "-" ] "inf" | "nan" ;',
    'exp       = "e" ( "+" | "-" ) digit digit { digit } ;',
    'list      = "[" [ value { ", " value } ] "]" ;',
    'dict      = "{" [ pystring ": " value { ", " pystring ": " value } ] "}" ;',
    `pystring  = ${isPython2 ? '"u" ' : ''}( "'" { sq-char } "'" | '"' { dq-char } '"' ) ;`,
    "(* escapes: \\\\ \\' \\n \\r \\t \\xHH \\uHHHH \\UHHHHHHHH *)",
    ...(unknownTags.has('@bytes')
      ? []
      : ['pybytes   = "\'" { byte-char } "\'" | \'"\' { byte-char } \'"\' ;']),
    ...refGrammar(refs),
  ].join('\n');
}

function refGrammar(refs: Traits['refs']): readonly string[] {
  if (refs === 'path') return ['ref       = "Ref(" pystring ")" ;'];
  return [
    `ref       = "Ref(id=" idraw [ ", ${refs}=" ref ] [ ", database=" ref ] ")" ;`,
    'idraw     = { any-char } ;   (* unescaped *)',
  ];
}
