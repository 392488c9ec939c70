/**
 * What a print begins with, in any format: a bracket, Go's `map[` and `&{`, a Ruby object, or a name with a bracket that a
 * driver writes (`ObjectV(`, `Obj{`, `ref(`), the status line of an answer.
 */
const BEGINNING = /^(?:[[{]|&\{|map\[|#<Fauna|HTTP\/\d|[A-Z]\w*[({[]|ref\()/;

/** Words that only drivers of the database write: ids in refs, value classes, tags of the wire, addresses in place of refs. */
const VOCABULARY = new RegExp(
  [
    String.raw`\bRefV?\(`,
    String.raw`\bref\(id = `,
    String.raw`\b(?:Object|Array|String|Long|Double|Boolean|Time|Date|Bytes|SetRef|Query|Null|True|False)V\b`,
    String.raw`"@(?:ref|set|ts|date|bytes|query|obj|uuid)"`,
    String.raw`\b0x[\da-f]{1,16} (?:0x[\da-f]{1,16}|<nil>)`,
    String.raw`<nil>`,
    String.raw`\bmap\[`,
    String.raw`\b(?:Obj|Arr)\{|\bRefV\{`,
    String.raw`#<Fauna::`,
    String.raw`\bFauna(?:Time|Date)\b`,
    String.raw`\b(?:Time|Date|Bytes)\("`,
    String.raw`\{@set = `,
    String.raw`fn[A-F][\w-]{37}`,
  ].join('|'),
);

/** Whether a text begins as a print may. */
export function beginsLikeAPrint(text: string): boolean {
  return BEGINNING.test(text);
}

/** Whether something in a text says that a driver of the database wrote it. */
export function speaksOfTheDatabase(text: string): boolean {
  return VOCABULARY.test(text);
}

/**
 * Whether a text is FQL as it stands, a call: JavaScript and the shell print refs and sets as the calls that make them, so a
 * bare call in a page is as likely a query.
 */
export function isCall(text: string): boolean {
  return /^[A-Z]\w*\(/.test(text) && !/^\w+V\(/.test(text) && !text.startsWith('Ref(id=');
}

/** Whether a text is JSON that only the database's own interface writes: its tags, or the envelope of an answer. */
export function speaksWire(text: string): boolean {
  return /^(?:HTTP\/\d|\s*\{\s*"resource")|"@(?:ref|set|ts|date|bytes|query|obj|uuid)":/.test(text);
}
