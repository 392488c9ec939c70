import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { formatOf, type Format } from '../../../src/format/index.ts';
import {
  groupOf,
  PrintFinder,
  recognize,
  recognizeErrors,
  type Finding,
  type Recognizer,
} from '../../../src/recognize/index.ts';
import { tame } from '../../format/tame.ts';
import { allPrints } from '../../format/prints.ts';
import { everyFormat, isNotRead, printOf } from '../every-format.ts';
import { PIECES } from '../pieces.ts';

const any: Recognizer = {
  isSure: false,
  prints: (text) => recognize(text),
  errors: (text) => recognizeErrors(text),
};

function only(format: Format): Recognizer {
  const among = [groupOf(format)];
  return {
    isSure: true,
    prints: (text) => recognize(text, { among }),
    errors: (text) => recognizeErrors(text, { among }),
  };
}

function find(recognizer: Recognizer, lines: readonly string[]): readonly Finding[] {
  const finder = new PrintFinder(recognizer);
  return [...lines.flatMap((line) => finder.push(line)), ...finder.end()];
}

/** Findings as one line each: `value 2:5-4 text`, lines of a text joined by `⏎`. */
function shown(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ kind }) => kind !== 'rest')
    .map((one) =>
      one.kind === 'rest'
        ? ''
        : `${one.kind} ${one.line}:${one.column}-${one.endLine} ${one.text.replaceAll('\n', '⏎')}`,
    );
}

/** The lines as findings give them back: every line once, in its order. */
function linesOf(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((one) =>
    one.kind === 'rest' ? [one.text] : `${one.before}${one.text}${one.after}`.split('\n'),
  );
}

const JS = ['{', '  ref: Ref(Tokens(), "1"),', '  ts: 1631739422080000', '}'];
const ERROR = 'Response error 404. Errors: [create](instance not found): Document not found., details: []';

describe('prints in lines', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['alone', ["{'a': Ref(id=1)}"], ["print 1:1-1 {'a': Ref(id=1)}"]],
    ['over lines', JS, [`print 1:1-4 ${JS.join('⏎')}`]],
    [
      'over lines without indentation',
      JS.map((line) => line.trim()),
      [`print 1:1-4 ${JS.map((line) => line.trim()).join('⏎')}`],
    ],
    [
      'over lines as Node.js 10 breaks them',
      ['{ ref: Ref(Tokens(), "1"),', '  ts:', '   1 }'],
      ['print 1:1-3 { ref: Ref(Tokens(), "1"),⏎  ts:⏎   1 }'],
    ],
    [
      'after a time and a level',
      ['2021-11-10T12:00:00Z [main] INFO r={a: ref(id = "1")}'],
      ['print 1:36-1 {a: ref(id = "1")}'],
    ],
    ['before other words', ['{a: ref(id = "1")} (took 3 ms)'], ['print 1:1-1 {a: ref(id = "1")}']],
    [
      'a part of what cannot be read whole',
      ['got {', "  a: Date('x'),", '  b: Date("2018-01-02")', '} at 12'],
      ['print 3:6-3 Date("2018-01-02")'],
    ],
    [
      'after words, over lines',
      ['got {', '  b: Date("2018-01-02")', '} at 12'],
      ['print 1:5-3 {⏎  b: Date("2018-01-02")⏎}'],
    ],
    [
      'one after the other',
      ['1', '2', "{'a': None}"],
      ['print 1:1-1 1', 'print 2:1-2 2', "print 3:1-3 {'a': None}"],
    ],
    [
      'of the wire',
      ['{', '  "resource": {', '    "a": 1', '  }', '}'],
      ['print 1:1-5 {⏎  "resource": {⏎    "a": 1⏎  }⏎}'],
    ],
    [
      'as an answer',
      ['HTTP/1.1 201 Created', 'server: x', '', '{"resource":1}'],
      ['print 1:1-4 HTTP/1.1 201 Created⏎server: x⏎⏎{"resource":1}'],
    ],
    [
      'with a string over lines',
      ['{a: "x', 'y", b: ref(id = "1")}'],
      ['print 1:1-2 {a: "x⏎y", b: ref(id = "1")}'],
    ],
    [
      'in colours',
      ['\u001B[2mdebug\u001B[0m \u001B[1m{a: ref(id = "1")}\u001B[0m'],
      ['print 1:19-1 {a: ref(id = "1")}'],
    ],
    ['with the line ends of Windows', JS.map((line) => `${line}\r`), [`print 1:1-4 ${JS.join('⏎')}`]],
    ['none in a list of words', ['[main] done [x]', 'done [x] [y]', '(see [docs]'], []],
    [
      'none in calls and brackets of programs',
      ['call(1, 2)', 'foo{bar}', 'x = [1, 2]', 'GET /a{b}?c=(d)'],
      [],
    ],
    ['none after a bracket that nothing closes', ['{', 'words', '{ a: [ 1, 2'], []],
    ['after a bracket that nothing closes', ['{', ...JS], [`print 2:1-5 ${JS.join('⏎')}`]],
    ['behind one that cannot be read', ['{', '  what is this', '}', ...JS], [`print 4:1-7 ${JS.join('⏎')}`]],
    ['an error', [`12:00 ${ERROR}`], [`error 1:7-1 ${ERROR}`]],
    [
      'an error of the wire',
      ['HTTP/1.1 404 Not Found', '{"errors":[{"code":"a","description":"b"}]}'],
      ['error 1:1-2 HTTP/1.1 404 Not Found⏎{"errors":[{"code":"a","description":"b"}]}'],
    ],
  ])('%s', (_what, lines, expected) => {
    const findings = find(any, lines);
    expect(shown(findings)).toStrictEqual(expected);
  });

  test('are given as soon as their last line is there', () => {
    const finder = new PrintFinder(any);
    expect(JS.map((line) => finder.push(line).length)).toStrictEqual([0, 0, 0, 1]);
    expect(finder.push('a line of a log (see').map(({ kind }) => kind)).toStrictEqual(['rest']);
    expect(finder.push("{'a': None}").map(({ kind }) => kind)).toStrictEqual(['print']);
  });

  test('a banner is told from lines without a print', () => {
    const frame = `+${'-'.repeat(80)}+`;
    const told = `| New fauna version available 4.5.1 => 4.5.2${' '.repeat(37)}|`;
    const findings = find(any, [frame, told, frame, 'words', '1']);
    expect(findings.map((one) => (one.kind === 'rest' ? one.isBanner : one.text))).toStrictEqual([
      true,
      true,
      true,
      false,
      '1',
    ]);
  });

  test('a whole line is a print where the format is known', () => {
    const go = formatOf('go/2.7');
    if (go === undefined) throw new Error('there is no go/2.7');
    expect(shown(find(any, ['[main] done [x]']))).toStrictEqual([]);
    expect(shown(find(only(go), ['[main] done [x]']))).toStrictEqual(['print 1:1-1 [main] done [x]']);
  });
});

describe('every format', () => {
  test.each(everyFormat)('$id: a print is found where it stands, alone and behind a prefix', (format) => {
    fc.assert(
      fc.property(
        tame(arbitraryValue({ kinds: ['object', 'ref', 'long', 'string', 'array'] })),
        fc.nat(3),
        (value, more) => {
          // The first shells write an empty line and a blank first, which are no part of what is found.
          const text = printOf(format, value)?.replace(/^\n /, '');
          // A line is trimmed before it is read, and a text that is no more than a raw string is no print.
          fc.pre(text !== undefined && text !== '' && text === text.trim() && !isNotRead(format, text));
          // Where a text over lines is broken is known of those that have brackets.
          fc.pre(!text.includes('\n') || /^[[{(]/.test(text));
          const lines = [
            ...Array.from({ length: more }, () => 'words of a log'),
            ...text.split('\n'),
            'more of them',
          ];
          const findings = find(only(format), lines);
          expect(shown(findings)).toStrictEqual([
            `print ${more + 1}:1-${more + text.split('\n').length} ${text.replaceAll('\n', '⏎')}`,
          ]);
        },
      ),
      { numRuns: format.variantOf === undefined ? 15 : 3 },
    );
  });
});

describe('any lines', () => {
  const pieces = fc.constantFrom(
    ...PIECES,
    'Ref(',
    'map[',
    ' {',
    'Error: x',
    '    at x',
    'HTTP/1.1 200',
    '<',
    '#<',
    '>',
    'a: 1,',
    '+',
  );
  const lines = fc.array(
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')),
    { maxLength: 40 },
  );

  test('are each given once, in their order, as part of a finding', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const findings = find(any, given);
        expect(linesOf(findings)).toStrictEqual(given);
        let next = 1;
        for (const one of findings) {
          expect(one.line).toBe(next);
          next = (one.kind === 'rest' ? one.line : one.endLine) + 1;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('that all begin a text which nothing ends are read in time', () => {
    const count = 20_000;
    expect(
      find(
        any,
        Array.from({ length: count }, () => '{ a: {'),
      ),
    ).toHaveLength(count);
    expect(
      find(
        any,
        Array.from({ length: count }, () => '"{ a'),
      ),
    ).toHaveLength(count);
    expect(find(any, ['('.repeat(200_000), '[{'.repeat(100_000), '{a:'.repeat(100_000)])).toHaveLength(3);
  });

  test('of real prints, one after the other, hold as many', () => {
    const real = allPrints()
      .filter(
        ({ outcome, driver, driverVersion }) =>
          outcome === 'printed' && driver === 'js' && driverVersion === '4.8.2',
      )
      .map(({ printed }) => printed)
      .filter((text) => /^\{[^]*\}$/.test(text) && recognize(text).length > 0);
    const findings = find(
      any,
      real.flatMap((text) => [...text.split('\n'), 'between them']),
    );
    expect(
      findings.filter(({ kind }) => kind === 'print').map((one) => (one.kind === 'rest' ? '' : one.text)),
    ).toStrictEqual(real);
  });
});
