/** Texts made to keep a reader busy: each piece again and again, alone and inside what most formats write. */
const PIECES = [
  '[',
  '{a:',
  '{"a": ',
  "{'a': ",
  'Ref(',
  'Ref(id=a, class=',
  'RefV(id = "a", collection = ',
  'map[a:',
  'ObjectV(a: ',
  'ObjectV({a=',
  'ObjectV(Map(a -> ',
  'Obj{"a": ',
  'RefV{ID: "a", Collection: &',
  '#<Fauna::Ref:0x1 @id="a", @class_=',
  '{:a=>',
  'Query(Lambda("x", ',
  // Nesting in turns.
  '[{a: ',
  '["a": [',
  'Arr(ObjectV(a: ',
  'map[a:[',
  // Quotes, backslashes, and what may end a string.
  '"',
  "'",
  '\\',
  '\\"',
  "\\'",
  '""',
  '), b: StringV(',
  '", b: "',
  // What there may be many of side by side.
  '1',
  ' ',
  ': ',
  '"a": 1, ',
  '{}, ',
  'Error at [',
  '\ud800',
  '\r\n',
] as const;

const AROUND: readonly (readonly [open: string, close: string])[] = [
  ['', ''],
  ['{ a: ', ' }'],
  ['["', '"]'],
];

export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** Each of about so many characters. */
export function hostileTexts(length: number): readonly HostileText[] {
  const repeated = AROUND.flatMap(([open, close]) =>
    PIECES.map((piece) => ({
      name: JSON.stringify(`${open}${piece}…${close}`),
      text: open + piece.repeat(Math.ceil(length / piece.length)) + close,
    })),
  );
  return [...repeated, { name: 'any characters', text: anyCharacters(length) }];
}

/** The same ones each time, of the first 256 (a linear congruential generator). */
function anyCharacters(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode((state >> 16) & 0xff);
  }).join('');
}
