/** One word: its first letter (digit, symbol) as a title has it, the rest in lower case. */
export function titlecase(text: string): string {
  let result = '';
  for (const { segment } of words.segment(text)) {
    const [before = '', first = ''] = /^([^\p{L}\p{N}\p{S}\p{M}\p{Co}]*)(.)?/su.exec(segment)?.slice(1) ?? [];
    result += before + titleOf(first) + segment.slice(before.length + first.length).toLowerCase();
  }
  return result;
}

/** ICU's word boundaries, which the core's title case follows. */
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Letters with a title case of their own (Unicode 15, Titlecase_Mapping): the digraphs, and Greek with iota below. */
const DIGRAPHS: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
  ŉ: 'ʼN',
};
const IOTA_BELOW = /^[\u1f80-\u1faf\u1fb3\u1fbc\u1fc3\u1fcc\u1ff3\u1ffc]$/;
/** Georgian letters are not changed by a title. */
const GEORGIAN = /^[\u10d0-\u10ff]$/;

function titleOf(letter: string): string {
  const digraph = DIGRAPHS[letter];
  if (digraph !== undefined) return digraph;
  if (GEORGIAN.test(letter)) return letter;
  if (IOTA_BELOW.test(letter)) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x1fb0)
      return String.fromCodePoint(code | 0xf).replace(/[\u1fbf\u1fcf\u1fff]/, (c) =>
        String.fromCodePoint((c.codePointAt(0) ?? 0) - 3),
      );
    return String.fromCodePoint(code | 8);
  }
  const upper = letter.toUpperCase();
  const [head = '', ...rest] = upper;
  // What becomes several capitals (`ß`, `ﬁ`) keeps only the first of them.
  return head + rest.join('').toLowerCase();
}
