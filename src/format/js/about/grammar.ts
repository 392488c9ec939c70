import { depthOf, indentsOwnText, printsItself, type ClassName, type Dialect } from '../dialect.ts';
import { TRAITS } from '../layout/profile.ts';
import { expressionGrammar } from './expression-grammar.ts';
import { refGrammar } from './ref-grammar.ts';

const CLASSES: readonly ClassName[] = ['Ref', 'SetRef', 'FaunaTime', 'FaunaDate', 'Bytes', 'Query'];

/** The grammar of the text as EBNF: only the productions that this release on this Node.js has. */
export function grammarOf(dialect: Dialect): string {
  return [...valueGrammar(dialect), ...specialGrammar(dialect), ...LEXICAL].join('\n');
}

function valueGrammar(dialect: Dialect): readonly string[] {
  const { maxItems, maxUnits, quotes, proto } = TRAITS[dialect.profile];
  const cutsItems = Number.isFinite(maxItems);
  const elides = Number.isFinite(depthOf(dialect));
  return [
    '(* white space is free between the tokens of value, array, object, and the objects of classes *)',
    dialect.inspectedTo === undefined
      ? 'output = raw-string | value ;  (* raw-string: a string that is the whole value, any text *)'
      : 'output = value ;',
    `value = "null" | "true" | "false" | number | string | array | object | special${elides ? ' | elided' : ''} ;`,
    'number = [ "-" ] digits [ "." digits ] [ "e" ( "+" | "-" ) digits ] ;',
    Number.isFinite(maxUnits)
      ? 'string = piece { "+" piece } [ "... " digits " more character" [ "s" ] ] ;'
      : 'string = piece { "+" piece } ;',
    quotes === 'single'
      ? `piece = "'" { character | escape } "'" ;`
      : `piece = "'" { character | escape } "'" | '"' { character | escape } '"' | "\`" { character | escape } "\`" ;`,
    escapeRule(dialect),
    `array = "[" [ value { "," value }${cutsItems ? ' [ "," more-items ]' : ''} ] "]" ;`,
    ...(cutsItems ? ['more-items = "... " digits " more item" [ "s" ] ;'] : []),
    'object = "{" [ member { "," member } ] "}" ;',
    'member = key ":" value ;',
    `key = identifier | string${proto.startsWith('[') ? ` | ${proto.includes("'") ? `"${proto}"` : `'${proto}'`}` : ''} ;`,
    ...(elides
      ? [
          `elided = ${elidedTexts(dialect)
            .map((text) => `"${text}"`)
            .join(' | ')} ;  (* below depth 2 *)`,
        ]
      : []),
  ];
}

function escapeRule({ profile }: Dialect): string {
  const { controls, surrogates } = TRAITS[profile];
  const unit = controls === 'unicode' ? '"\\u" hex hex hex hex' : '"\\x" hex hex';
  const surrogate = surrogates === 'escaped' ? ' | "\\u" hex hex hex hex' : '';
  return `escape = "\\\\" | "\\'" | "\\b" | "\\f" | "\\n" | "\\r" | "\\t" | ${unit}${surrogate} ;`;
}

function elidedTexts(dialect: Dialect): readonly string[] {
  const { elided } = TRAITS[dialect.profile];
  if (elided === 'object') return ['[Object]'];
  const classes = elided === 'kind' ? [] : objectClasses(dialect).map((name) => `[${name}]`);
  return ['[Object]', '[Array]', ...classes, ...(classes.includes('[Bytes]') ? ['[Uint8Array]'] : [])];
}

/** Classes of this release that do not print themselves on this Node.js. */
function objectClasses(dialect: Dialect): readonly ClassName[] {
  return CLASSES.filter((name) => isDecoded(name, dialect) && !printsItself(name, dialect));
}

function isDecoded(name: ClassName, { traits }: Dialect): boolean {
  if (name === 'Bytes') return traits.decodesBytes;
  return name !== 'Query' || traits.decodesQueries;
}

function specialGrammar(dialect: Dialect): readonly string[] {
  const objects = objectClasses(dialect);
  const texts = CLASSES.filter((name) => isDecoded(name, dialect) && !objects.includes(name));
  const rules = texts.map((name) => RULE_OF[name]);
  return [
    `special = ${[...rules, ...objects.map((name) => `${RULE_OF[name]}-object`)].join(' | ')} ;`,
    ...objects.map((name) => objectRule(name, dialect)),
    ...texts.flatMap((name) => textRules(name, dialect)),
    ...(rules.length > 0 && indentsOwnText(dialect)
      ? [
          '(* the lines of such a text after its first are indented by two spaces for each container around it *)',
        ]
      : []),
    ...expressionGrammar(dialect),
  ];
}

const RULE_OF: Readonly<Record<ClassName, string>> = {
  Ref: 'ref',
  SetRef: 'set',
  FaunaTime: 'time',
  FaunaDate: 'date',
  Bytes: 'bytes',
  Query: 'query',
};

function objectRule(name: ClassName, { traits, profile }: Dialect): string {
  const rule = `${RULE_OF[name]}-object = "${name}" "{" "value" ":"`;
  switch (name) {
    case 'Ref':
      return `${rule} ( ${traits.refs.style === 'path' ? 'string' : 'object'} | elided ) "}" ;`;
    case 'FaunaTime':
    case 'FaunaDate':
      return `${rule} string "}" ;`;
    case 'Bytes':
      return `${rule} ( "Uint8Array${TRAITS[profile].bytes === 'counted' ? '(" digits ")"' : '"'} array | elided ) "}" ;`;
    case 'SetRef':
    case 'Query':
      return `${rule} ( object | elided ) "}" ;`;
  }
}

function textRules(name: ClassName, dialect: Dialect): readonly string[] {
  const { traits } = dialect;
  switch (name) {
    case 'Ref':
      return refGrammar(traits.refs);
    case 'FaunaTime':
      return ['time = "Time(" raw ")" ;'];
    case 'FaunaDate':
      return ['date = "Date(" raw ")" ;'];
    case 'Bytes':
      return [`bytes = 'Bytes("' base64 '")' ;`];
    case 'SetRef':
      return [SETS[traits.sets]];
    case 'Query':
      return [
        traits.queries === 'coerced'
          ? `query = 'Query("[object Object]")' ;`
          : 'query = "Query(" expression ")" ;',
      ];
  }
}

const SETS = {
  json: 'set = "SetRef(" json-object ")" ;  (* in the words of the wire, without white space *)',
  console: 'set = "SetRef(" object ")" ;  (* its depths are counted anew *)',
  call: 'set = call ;',
} as const;

const LEXICAL: readonly string[] = [
  'identifier = ( letter | "_" ) { letter | digit | "_" } ;',
  'digits = digit { digit } ;',
];
