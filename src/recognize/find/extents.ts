/**
 * What of some lines may be a print: from a place in the first line to one in it or in a later line. Prints over lines end
 * where their brackets do; their lines end and begin as a printer breaks lines, so that a lone bracket in a log does not
 * swallow what follows.
 */
import { Brackets } from './brackets.ts';
import { shellErrorsFrom } from './shell-errors.ts';
import { errorStartsOf, startsOf } from './signs.ts';

export interface Extent {
  readonly from: number;
  /** How many lines after the first it ends, and where in that one. */
  readonly lines: number;
  readonly to: number;
}

/** There is none: so many lines after the first were looked at. */
export interface InVain {
  readonly looked: number;
}

/** Gives the extent when its lines are there; `wait` when it needs another line. `line(0)` is the first. */
export type Search = (
  line: (index: number) => string | undefined,
  atEnd: boolean,
) => Extent | InVain | 'wait';

/** Characters of a print over lines: some hundred thousand lines. */
const MOST_CHARACTERS = 8_000_000;
/** Lines that a string in double quotes may go on over. */
const MOST_BROKEN = 32;
/** Starts in one line whose ends are looked for in later ones. */
const MOST_OPEN = 2;

const BREAKS_AFTER = /(?:[[({,:+]|\bat .*\{)\s*$/;
const BREAKS_BEFORE = /^\s*[\])}]/;

/** What a line may hold, in the order in which it is to be tried; `intoOthers`: with those after it. */
export function searchesOf(line: string, intoOthers: boolean): readonly Search[] {
  const from = line.search(/\S/);
  if (from === -1) return [];
  const to = line.trimEnd().length;
  const whole: Extent = { from, lines: 0, to };
  const searches: Search[] = [
    ...(intoOthers && line.startsWith('HTTP/', from) ? [answerFrom(from)] : []),
    ...errorStartsOf(line).map((start): Search => () => ({ from: start, lines: 0, to })),
    ...(intoOthers ? shellErrorsFrom(line) : []),
    () => whole,
    ...(intoOthers && ERROR_HEADER.test(line) ? [errorFrom(from)] : []),
  ];
  let open = 0;
  for (const start of startsOf(line)) {
    const quoted = new Brackets(true).follow(line, start);
    if (intoOthers && quoted.at === 'open' && open < MOST_OPEN) {
      open += 1;
      searches.push(overLines(start));
    }
    const plain = new Brackets(false).follow(line, start);
    const ends = [to, quoted.at === 'end' ? quoted.offset : to, plain.at === 'end' ? plain.offset : to];
    for (const end of new Set(ends))
      if (start !== from || end !== to) searches.push(() => ({ from: start, lines: 0, to: end }));
  }
  return searches;
}

/** From a bracket in the first line to the one that closes it. */
function overLines(from: number): Search {
  const brackets = new Brackets(true);
  let read = 0;
  let characters = 0;
  let broken = 0;
  let last = '';
  return (line, atEnd) => {
    for (;;) {
      const inVain: InVain = { looked: read };
      const text = line(read);
      if (text === undefined) return atEnd ? inVain : 'wait';
      if (read > 0 && !isBreak(last, text)) {
        broken += 1;
        if (!brackets.inString || broken > MOST_BROKEN) return inVain;
      }
      const followed = brackets.follow(text, read === 0 ? from : 0);
      if (followed.at === 'end') return { from, lines: read, to: followed.offset };
      characters += text.length + 1;
      if (followed.at === 'broken' || characters > MOST_CHARACTERS) return inVain;
      if (read === 0 && !brackets.inString && !BREAKS_AFTER.test(text)) return inVain;
      last = text;
      read += 1;
    }
  };
}

/** What another search finds from a later line on, as it is from the first line. */
function behind(search: Search, lines: number, from: number): Search {
  return (line, atEnd) => {
    const found = search((index) => line(lines + index), atEnd);
    if (found === 'wait') return found;
    return 'looked' in found
      ? { looked: found.looked + lines }
      : { from, lines: lines + found.lines, to: found.to };
  };
}

function isBreak(before: string, after: string): boolean {
  return BREAKS_AFTER.test(before) || BREAKS_BEFORE.test(after);
}

const HEADER_LINE = /^[\w-]+:|^\s*$/;

/** A status line, headers, and a body. */
function answerFrom(from: number): Search {
  let body: Search | undefined;
  let read = 1;
  return (line, atEnd) => {
    while (body === undefined) {
      const text = line(read);
      if (text === undefined) return atEnd ? { looked: read - 1 } : 'wait';
      if (/^\s*[{[]/.test(text)) body = behind(overLines(text.search(/\S/)), read, from);
      else if (!HEADER_LINE.test(text) || read > MOST_HEADERS) return { looked: read };
      else read += 1;
    }
    return body(line, atEnd);
  };
}

const MOST_HEADERS = 200;

/** `NotFound: instance not found`, before stack frames and the members of the error. */
const ERROR_HEADER = /^\s*\[?[A-Z]\w*(?: \[\w+\])?: \S/;
const FRAME = /^\s+at |^\s*\.\.\. /;
const MOST_FRAMES = 200;

/** An error of JavaScript's: its header, frames, and members in braces. */
function errorFrom(from: number): Search {
  let members: Search | undefined;
  let read = 0;
  return (line, atEnd) => {
    while (members === undefined) {
      const text = line(read);
      if (text === undefined) return atEnd ? { looked: read - 1 } : 'wait';
      if (/(?:^| )\{\s*$/.test(text)) members = behind(overLines(text.lastIndexOf('{')), read, from);
      else if (read > 0 && (!FRAME.test(text) || read > MOST_FRAMES)) return { looked: read };
      else read += 1;
    }
    return members(line, atEnd);
  };
}
