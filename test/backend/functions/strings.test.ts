import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFor, type Row } from './ask-for.ts';

const quoted = (text: string): string => JSON.stringify(text);

describe('strings', () => {
  it.each<Row>([
    ['{"concat":["a","b"]}', '"ab"'],
    ['{"concat":["a","b"],"separator":"-"}', '"a-b"'],
    ['{"concat":[]}', '""'],
    ['{"concat":"a"}', '"a"'],
    ['{"casefold":"ABC é"}', '"abc é"'],
    ['{"casefold":"ß"}', '"ss"'],
    ['{"casefold":["ὈΔΥΣΣΕΎΣ",1,null]}', '["ὀδυσσεύσ",1,null]'],
    ['{"casefold":["x"]}', '"x"'],
    ['{"casefold":"ﬃ ①"}', '"ffi 1"'],
    ['{"casefold":"e\\u0301","normalizer":"NFC"}', '"é"'],
    ['{"casefold":"é","normalizer":"NFD"}', '"e\u0301"'],
    ['{"lowercase":"ὈΔΥΣΣΕΎΣ İ"}', '"ὀδυσσεύς i̇"'],
    ['{"uppercase":"straße"}', '"STRASSE"'],
    ['{"titlecase":"hello wORLD"}', '"Hello World"'],
    ['{"titlecase":"ǆ ﬁn ßa \\"quoted\\"/"}', '"ǅ Fin Ssa \\"Quoted\\"/"'],
    ['{"trim":"\\u00a0\\t a\\u3000"}', '"a"'],
    ['{"ltrim":"  a "}', '"a "'],
    ['{"rtrim":" a  "}', '" a"'],
    ['{"length":"é😀"}', '2'],
    ['{"repeat":"ab"}', '"abab"'],
    ['{"repeat":"ab","number":-1}', '""'],
    ['{"length":{"repeat":"x","number":5000}}', '1024'],
    ['{"space":3}', '"   "'],
    ['{"substring":"h😀llo","start":1,"length":1}', '"😀"'],
    ['{"substring":"hello","start":-3}', '"llo"'],
    ['{"substring":"hello","start":5}', '""'],
    ['{"replacestr":"aba","find":"a","replace":"$1"}', '"$1b$1"'],
    ['{"replacestr":"ab","find":"","replace":"x"}', '"xaxbx"'],
    ['{"findstr":"abcabc","find":"c","start":3}', '5'],
    ['{"findstr":"😀a","find":"a"}', '1'],
    ['{"findstr":"abc","find":"a","start":10}', '0'],
    ['{"findstr":"abc","find":"z"}', '-1'],
    ['{"containsstr":"abc","search":""}', 'true'],
    ['{"startswith":"abc","search":"ab"}', 'true'],
    ['{"endswith":"abc","search":"ab"}', 'false'],
    ['{"regexescape":"a.b\\\\Ec"}', '"\\\\Qa.b\\\\E\\\\\\\\E\\\\Qc\\\\E"'],
    ['{"ngram":"what"}', '["w","wh","h","ha","a","at","t"]'],
    ['{"ngram":["ab",1],"min":1,"max":1}', '["a","b",1]'],
    ['{"ngram":"what","min":2,"max":3}', '["wh","wha","ha","hat","at"]'],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<Row>([
    [
      '{"concat":["a",1,true]}',
      '["concat",1] String expected, Integer provided.\n["concat",2] String expected, Boolean provided.',
    ],
    [
      '{"casefold":"x","normalizer":1}',
      `["normalizer"] String 'NFKCCaseFold', 'NFC', 'NFD', 'NFKC', or 'NFKD' expected, Integer provided.`,
    ],
    ['{"casefold":[["a"]]}', '["casefold",0] Scalar expected, Array provided.'],
    ['{"substring":"hello","start":9}', '[] start must be less than or equal to the string length'],
    ['{"substring":"hello","length":-1}', '[] length must be positive'],
    ['{"length":1}', '["length"] String expected, Integer provided.'],
    ['{"ngram":"a","min":3}', '[] min ngram size must be > 0 and <= max'],
    [
      '{"ngram":"a","min":0}',
      '[] min ngram size must be > 0 and <= max\n[] min ngram size must be >= max - 1',
    ],
    [
      '{"ngram":"a","min":1,"max":0}',
      '[] min ngram size must be > 0 and <= max\n[] max ngram size must be > 0',
    ],
    ['{"ngram":"a","min":2,"max":10}', '[] max ngram size must be <= min + 1'],
    ['{"ngram":"a","max":5}', '[] max ngram size must be <= min + 1'],
    ['{"ngram":"a","max":1}', '[] max ngram size must be > 0 and >= min'],
    [
      '{"split_str":"a,b","token":","}',
      '[] No form/function found, or invalid argument keys: { split_str, token }.',
    ],
  ])('%s is refused: %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it('takes the same arguments back and forth', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), text, async (parts, separator) => {
        const joined = `{"concat":${JSON.stringify(parts)},"separator":${quoted(separator)}}`;
        expect(await askFor(joined)).toBe(quoted(parts.join(separator)));
        expect(await askFor(`{"length":${joined}}`)).toBe(String(Array.from(parts.join(separator)).length));
      }),
      { numRuns: 50 },
    );
  });

  it.each<Row>([
    ['{"split_str":"a,b,c","token":","}', '["a","b","c"]'],
    ['{"split_str":"a,b,c","token":",","count":2}', '["a","b,c"]'],
    ['{"split_str_regex":"a1b2c","pattern":"[0-9]"}', '["a","b","c"]'],
    ['{"split_str":"a","token":",","count":0}', '["count"] count must be count > 0'],
    ['{"lower_case":"A"}', '"a"'],
    ['{"sub_string":"abc","start":1}', '"bc"'],
    ['{"lowercase":"A"}', '[] No form/function found, or invalid argument keys: { lowercase }.'],
  ])('version UNSTABLE: %s is %s', async (query, answer) => {
    expect(await askFor(query, 'UNSTABLE')).toBe(answer);
  });

  it('gives up a text that would take all memory', async () => {
    const large = '{"repeat":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","number":1024}';
    const larger = `{"repeat":${large},"number":1024}`;
    expect(await askFor(`{"length":{"repeat":${larger},"number":1024}}`)).toMatch(/^500 java\.lang\./);
  });
});
