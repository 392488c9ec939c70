/**
 * Marks of formats (spec 15): pieces of structure that only some families of drivers write. They say in words why a text is
 * taken for a format's; what decides is whether the format reads it. Each is held against the prints of all formats: no
 * other family writes it.
 */
import type { Generation } from '../value/index.ts';

export interface Mark {
  /** As people are told: `` `map[` ``. */
  readonly words: string;
  readonly pattern: RegExp;
  /** The families that write it, as ids begin. */
  readonly families: readonly string[];
}

const mark = (words: string, pattern: RegExp, ...families: readonly string[]): Mark => ({
  words,
  pattern,
  families,
});

export const MARKS: readonly Mark[] = [
  mark('an answer of the database, `{"resource":`', /^(?:HTTP\/[^{]*)?\{\s*"resource"\s*:/, 'http'),
  mark(
    'tagged JSON such as `"@ref":`',
    /"@(?:ref|set|ts|date|bytes|query|obj|uuid)"\s*:/,
    'http',
    'js',
    'shell',
    'go',
    'swift',
  ),

  mark(
    'a class written as a call, `Collection("`',
    /\b(?:Collection|Class|Database|Index|Function|Role|AccessProvider)\("/,
    'js',
    'shell',
  ),
  mark('a ref `Ref(Tokens(), "`', /\bRef\((?:[A-Z]\w*\(|Ref\()/, 'js', 'shell'),
  mark('a native ref such as `Tokens()`', /\b(?!Bytes)[A-Z][a-z_A-Z]*s\(\)/, 'js', 'shell'),
  mark('a ref by its path, `Ref("`', /\bRef\("/, 'js', 'shell'),
  mark(
    "an object of a driver's class, `Ref {`",
    /\b(?:Ref|SetRef|Query|Bytes|FaunaTime|FaunaDate) \{/,
    'js',
    'shell',
  ),
  mark('a date or time in double quotes, `Date("`', /\b(?:Date|Time)\("/, 'js', 'shell', 'cs'),
  mark('bytes in double quotes, `Bytes("`', /\bBytes\("/, 'js', 'shell'),
  mark('bare keys between `{ ` and ` }`', /\{\s+(?!Parameters: map\[)[A-Za-z_]\w*: /, 'js', 'shell'),
  mark(
    'what Node.js leaves out, `[Object]`',
    /\[(?:Object|Array|Ref|SetRef|Query|Bytes|FaunaTime|FaunaDate)\]/,
    'js',
    'shell',
  ),
  mark('a cut list, `... more items`', /\.\.\. \d+ more item/, 'js', 'shell'),

  mark(
    'a key in double quotes before a ref, `"ref": Ref(`',
    /": (?:Ref\((?!id=)|(?:Class|Index|Database|Key)\(")/,
    'shell',
  ),
  mark('a string by itself in single quotes', /^'[\s\S]*'$/, 'shell'),

  mark("keys in single quotes, `{'`", /(?<!BytesV)\{u?'/, 'py'),
  mark('unquoted ids, `Ref(id=`', /\bRef\(id=[^"]/, 'js', 'shell', 'py', 'rb'),
  mark("a path in single quotes, `Ref('`", /\bRef\(u?'/, 'py'),
  mark("a time in single quotes, `FaunaTime('`", /\bFaunaTime\(u?'/, 'py'),
  mark('`datetime.date(`', /\bdatetime\.date\(/, 'py'),
  mark('`bytearray(b`', /\bbytearray\(b/, 'py'),
  mark('`None`, `True` or `False`', /(?:^|[[ ])(?:None|True|False)(?=[\],}]|$)/, 'py'),
  mark("a set around a dictionary, `SetRef({'`", /\bSetRef\(\{u?'/, 'py'),

  mark('`map[`', /(?:^|[[ :{])map\[/, 'go'),
  mark('`<nil>`', /<nil>/, 'go'),
  mark('an address, `0x…`', /[ {]0x(?:0|[\da-f]{3,})[ }]/, 'go'),
  mark('`Obj{`, `Arr{` or `RefV{`', /\b(?:Obj|Arr|RefV|BytesV|QueryV)\{/, 'go'),
  mark('`SetRefV{ Parameters`', /\bSetRefV\{ Parameters: /, 'go'),
  mark('a date or time such as `TimeV("`', /\b(?:Date|Time)V\("/, 'go'),

  mark('`ref(id = "`', /\bref\(id = "/, 'java', 'scala'),
  mark('`{@set = `', /\{@set = /, 'java', 'scala'),
  mark('bytes `[0x01 0x02]`', /\[0x[\da-f]{2}[ \]]/, 'java', 'scala'),
  mark('`NullV` beside plain text', /(?:^|[ [])NullV\b(?!\))/, 'scala', 'java', 'cs'),
  mark("a lambda in Java's own map text, `QueryV({`", /\bQueryV\(\{/, 'java'),
  mark('`ObjectV({`', /\bObjectV\(\{/, 'java'),
  mark('`Arr([`', /\bArr\(\[/, 'java'),
  mark('`BooleanV(true)`', /\bBooleanV\((?:true|false)\)/, 'java'),
  mark('`ObjectV(Map(`', /\bObjectV\(Map\(/, 'scala'),
  mark('`ArrayV(Vector(`', /\bArrayV\(Vector\(/, 'scala'),
  mark('`TrueV` or `FalseV`', /\b(?:True|False)V\b/, 'scala'),
  mark('`Some(RefV(` or `,None`', /\bSome\(RefV\(|,None[,)]/, 'scala'),

  mark('`ObjectV(` with `: `', /\bObjectV\((?:\)|[^({]*: )/, 'cs'),
  mark('`Arr(` without a bracket', /\bArr\((?!\[)/, 'cs'),
  mark('`BooleanV(True)`', /\bBooleanV\((?:True|False)\)/, 'cs'),
  mark('a bare date or time, `FaunaTime(2`', /\bFauna(?:Date|Time)\(\d/, 'cs'),
  mark('the name of a .NET type', /\(System\.|\(FaunaDB\./, 'cs'),
  mark('`UObject(` or `UArr(`', /\bU(?:Object|Arr)\(/, 'cs'),
  mark('ids in double quotes, `Ref(id="`', /\bRef\(id="/, 'cs'),
  mark('bytes `Bytes(0x`', /\bBytes\(0x/, 'cs'),

  mark('`StringV(`, `LongV(` and so on', /\b(?:String|Long|Double)V\(/, 'java', 'scala', 'cs'),
  mark('a ref by its path, `RefV(`', /\bRefV\([^i)]/, 'java', 'scala', 'cs'),
  mark('`RefV(id = "`', /\bRefV\(id = "/, 'java', 'cs'),
  mark('`RefV(id=`', /\bRefV\(id=/, 'swift'),
  mark('`BytesV(0x`', /\bBytesV\((?:0x|\))/, 'java', 'scala', 'cs'),
  mark('a date or time such as `TimeV(2`', /\b(?:Date|Time)V\(\d/, 'java', 'scala'),

  mark("an object of Ruby's, `#<Fauna::`", /#<Fauna::/, 'rb'),
  mark('symbols as keys, `:a=>`', /[{ ]:(?:\w+|"[^"]*")[?!]?=>/, 'rb'),
  mark("a date of Ruby's, `#<Date: `", /#<Date: /, 'rb'),

  mark('a dictionary in brackets, `["…": `', /\["[^"]*": /, 'swift'),
];

/** How the words of a ref tell its generation, in the families that spell them out. */
export const GENERATION_MARKS: readonly {
  readonly generation: Generation;
  readonly words: string;
  readonly pattern: RegExp;
}[] = [
  {
    generation: 'classes',
    words: 'with `class`',
    pattern: /\bclass_?(?: ?=|"?: ?["{[]|"\]?: )|\bClass(?:es)?\(/,
  },
  {
    generation: 'collections',
    words: 'with `collection`',
    pattern: /\bcollection(?: ?=|"?: ?["{[]|"\]?: )|\bCollections?\(|\bCollection: &/,
  },
];
