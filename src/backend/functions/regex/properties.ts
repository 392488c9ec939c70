/** The class that `\d` and its like stand for, in ASCII or with `(?U)` in Unicode; `undefined`: no such class. */
export function classEscape(letter: string, unicode: boolean): string | undefined {
  const members = unicode
    ? (UNICODE_CLASSES[letter.toLowerCase()] ?? CLASSES[letter.toLowerCase()])
    : CLASSES[letter.toLowerCase()];
  if (members === undefined) return undefined;
  return letter === letter.toLowerCase() ? `[${members}]` : `[^${members}]`;
}

/** The class that `\p{name}` stands for; `undefined`: not known here (blocks are not). */
export function propertyClass(name: string, negated: boolean, ignoreCase: boolean): string | undefined {
  const members = posixMembers(name, ignoreCase) ?? unicodeMembers(name);
  if (members === undefined) return undefined;
  return negated ? `[^${members}]` : `[${members}]`;
}

const CLASSES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z_0-9',
  s: ' \\t\\n\\v\\f\\r',
  h: ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\v\\f\\r\\u0085\\u2028\\u2029',
};
const UNICODE_CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_Control}',
  s: '\\p{White_Space}',
};

function posixMembers(name: string, ignoreCase: boolean): string | undefined {
  if (ignoreCase && (name === 'Lower' || name === 'Upper')) return 'a-zA-Z';
  return POSIX[name];
}

const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\0-\\x7f',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\0-\\x1f\\x7f',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\v\\f\\r',
  all: '\\0-\\u{10ffff}',
  L1: '\\0-\\xff',
  LD: '\\p{L}\\p{Nd}',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaAlphabetic: '\\p{Alphabetic}',
  javaTitleCase: '\\p{Lt}',
  javaDigit: '\\p{Nd}',
  javaLetter: '\\p{L}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  javaWhitespace: '\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000',
  javaSpaceChar: '\\p{Z}',
  javaISOControl: '\\0-\\x1f\\x7f-\\x9f',
};

/** `L`, `Lu`, `IsLatin`, `IsAlphabetic`, `script=Greek`, `gc=Nd` and the like. */
function unicodeMembers(name: string): string | undefined {
  const equals = /^(?:(script|sc)|(?:general_category|gc))=(\w+)$/i.exec(name);
  if (equals !== null)
    return known(equals[1] === undefined ? `gc=${equals[2] ?? ''}` : `sc=${equals[2] ?? ''}`);
  if (!/^\w+$/.test(name)) return undefined;
  if (!name.startsWith('Is')) return name.length <= 2 ? known(`gc=${name}`) : undefined;
  const rest = name.slice(2);
  const binary = BINARY[rest.toUpperCase()];
  return (
    (binary === undefined ? undefined : known(binary)) ??
    known(`gc=${rest}`) ??
    known(`sc=${capitalised(rest)}`)
  );
}

const BINARY: Readonly<Record<string, string>> = {
  ALPHABETIC: 'Alphabetic',
  IDEOGRAPHIC: 'Ideographic',
  LETTER: 'L',
  LOWERCASE: 'Lowercase',
  UPPERCASE: 'Uppercase',
  TITLECASE: 'Lt',
  PUNCTUATION: 'P',
  CONTROL: 'Cc',
  WHITE_SPACE: 'White_Space',
  WHITESPACE: 'White_Space',
  DIGIT: 'Nd',
  HEX_DIGIT: 'Hex_Digit',
  JOIN_CONTROL: 'Join_Control',
  NONCHARACTER_CODE_POINT: 'Noncharacter_Code_Point',
  ASSIGNED: 'Assigned',
};

function capitalised(name: string): string {
  return name.toLowerCase().replaceAll(/(?:^|_)[a-z]/g, (letter) => letter.toUpperCase());
}

function known(property: string): string | undefined {
  const source = `\\p{${property}}`;
  try {
    return new RegExp(source, 'v').flags === '' ? undefined : source;
  } catch {
    return undefined;
  }
}
