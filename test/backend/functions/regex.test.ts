import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { javaPattern } from '../../../src/backend/functions/regex/java-pattern.ts';
import { askFor, type Row } from './ask-for.ts';

const found = (pattern: string, text: string): unknown =>
  javaPattern(pattern)
    ?.find(text, 0, 100)
    .map(({ groups }) => groups[0]);

describe('regular expressions of Java', () => {
  it.each<readonly [string, string, unknown]>([
    ['a|b', 'cab', ['a', 'b']],
    ['(?i)FOO', 'foo FoO', ['foo', 'FoO']],
    // Case folding is of ASCII unless `u` is set.
    ['(?i)É', 'é', []],
    ['(?iu)É', 'é', ['é']],
    ['(?i:a)b', 'Ab AB', ['Ab']],
    ['(?i)[b-d]', 'aBcE', ['B', 'c']],
    ['a(?i)b(?-i)c', 'aBc aBC', ['aBc']],
    ['\\Qa.b\\E', 'axb a.b', ['a.b']],
    ['\\Qab\\E+', 'abbb', ['abbb']],
    ['\\Q..', 'a..', ['..']],
    ['[a-z&&[^aeiou]]+', 'hello', ['h', 'll']],
    ['[a-c[x-z]]+', 'abxyd', ['abxy']],
    ['[]a]+', 'a]b', ['a]']],
    ['[\\Q^-\\E]+', 'a-^', ['-^']],
    ['\\p{L}+', 'aé1', ['aé']],
    ['\\p{Alpha}+', 'aé1', ['a']],
    ['\\pL', 'é', ['é']],
    ['\\P{L}+', 'a12', ['12']],
    ['\\p{IsGreek}+', 'aΩb', ['Ω']],
    ['\\p{IsAlphabetic}+', 'é1', ['é']],
    ['\\p{javaUpperCase}', 'aB', ['B']],
    ['\\w+', 'aé_1', ['a', '_1']],
    ['(?U)\\w+', 'aé_1', ['aé_1']],
    ['\\h', 'a\u00a0\n', ['\u00a0']],
    ['\\R', 'a\r\nb\n', ['\r\n', '\n']],
    ['.', '\u0085a\n', ['a']],
    ['(?s).', '\n', ['\n']],
    ['c$', 'abc\n', ['c']],
    ['c\\z', 'abc\n', []],
    ['(?m)^.', 'ab\ncd\n', ['a', 'c']],
    ['(?m).$', 'ab\r\ncd', ['b', 'd']],
    ['a++a', 'aaa', []],
    ['(?>a+)b', 'aab', ['aab']],
    ['(a)(?>(b))\\2\\1', 'abba', ['abba']],
    ['(?<x>a)\\k<x>', 'aa', ['aa']],
    ['(a)\\11', 'aa1', ['aa1']],
    ['\\0101\\x42\\x{43}\\u0044', 'ABCD', ['ABCD']],
    ['\\ud83d\\ude00', '😀', ['😀']],
    ['\\bé', 'aé é', ['é']],
    ['(?x) a # comment\n b', 'ab', ['ab']],
    ['a{2,}?', 'aaaa', ['aa', 'aa']],
    ['b*', 'ab', ['', 'b', '']],
    ['(?<=a)b(?!c)', 'ab abc', ['b']],
    ['a{0}b', 'ab', ['b']],
    ['x}', 'x}', ['x}']],
  ])('/%s/ in %j finds %j', (pattern, text, matches) => {
    expect(found(pattern, text)).toEqual(matches);
  });

  it.each([
    '[',
    '(',
    ')',
    'a**',
    '*',
    'a{',
    '{1}',
    'a{2,1}',
    '[b-a]',
    '\\',
    '\\y',
    '\\p{Nope}',
    '(?<1>a)',
    '(?<a>x)(?<a>y)',
    '\\k<a>',
    '(?z)',
    '[a&&',
    '\\x{110000}',
    'a+++',
  ])('/%s/ is none', (pattern) => {
    expect(javaPattern(pattern)).toBeUndefined();
  });

  it('finds quoted text wherever a plain search does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\\', '[', '$', 'é', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(
        text,
        text.filter((part) => part !== '' && !part.includes('\\E')),
        (whole, part) => {
          const matches = javaPattern(`\\Q${part}\\E`)?.find(whole, 0, 1);
          // A quotation whose text ends in a backslash would end elsewhere.
          fc.pre(!part.endsWith('\\'));
          expect(matches?.[0]?.index ?? -1).toBe(whole.indexOf(part));
        },
      ),
    );
  });

  it('never throws, whatever the pattern', () => {
    const pattern = fc.string({
      unit: fc.constantFrom(...Array.from('ab01()[]{}|*+?^$.\\-&,:<>=!iQEpPLkx# ')),
    });
    fc.assert(
      fc.property(pattern, (text) => {
        expect(() => javaPattern(text)?.find('ab01', 0, 5)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it.each<Row>([
    [
      '{"findstrregex":"a1b2","pattern":"[0-9]"}',
      '[{"start":1,"end":1,"data":"1"},{"start":3,"end":3,"data":"2"}]',
    ],
    [
      '{"findstrregex":"null","pattern":"\\\\w+","start":1,"num_results":1}',
      '[{"start":1,"end":3,"data":"ull"}]',
    ],
    ['{"findstrregex":"abc","pattern":"\\\\p{L}+","start":99}', '[{"start":0,"end":2,"data":"abc"}]'],
    ['{"findstrregex":"ab","pattern":"x*","num_results":1}', '[{"start":0,"end":0,"data":""}]'],
    ['{"findstrregex":"a","pattern":"a","num_results":-1}', '[]'],
    ['{"containsstrregex":"a\\tb\\nc","pattern":"^a"}', 'true'],
    [
      '{"containsstrregex":"x","pattern":"["}',
      '["pattern"] Search pattern /[/ is not a valid regular expression.',
    ],
    ['{"replacestrregex":"a1b2","pattern":"[0-9]","replace":"#"}', '"a#b#"'],
    ['{"replacestrregex":"a1b2","pattern":"[0-9]","replace":"#","first":true}', '"a#b2"'],
    ['{"replacestrregex":"ab","pattern":"(a)(?<n>b)","replace":"${n}$1\\\\$"}', '"ba$"'],
    ['{"replacestrregex":"ab","pattern":"(a)(x)?","replace":"[$2]$12"}', '"[]a2b"'],
    ['{"replacestrregex":"aa","pattern":"x*","replace":"-"}', '"-a-a-"'],
    [
      '{"replacestrregex":"a","pattern":"a","replace":"$9"}',
      '500 java.lang.IndexOutOfBoundsException: No group 9 Please create a ticket at https://support.fauna.com',
    ],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it('a search without end is ended', async () => {
    const query = `{"containsstrregex":"${'a'.repeat(40)}","pattern":"(a+)+$b"}`;
    expect(await askFor(query)).toBe('503 Read timed out.');
  });
});
