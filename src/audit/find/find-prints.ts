/**
 * From a stretch of a page to the prints in it. Lines are read one after the other; what opens a bracket is one thing with
 * what stands up to its end, so that the arguments of a query are not taken for prints. A thing that begins like a print is
 * shown to every format.
 */
import { recognize, type Recognition } from '../../recognize/index.ts';
import { groups } from '../../recognize/tables.ts';
import { familyOf } from '../../format/index.ts';
import type { Segment } from '../extract/segment.ts';
import type { MappedText } from '../mapped-text.ts';
import { isOneThing, openBrackets, QuotedBrackets } from './brackets.ts';
import { block, linesOf } from './lines.ts';
import { beginsLikeAPrint, isCall, speaksOfTheDatabase, speaksWire } from './marks.ts';

/** Something on a page that is a print, or looks so much like one that it has to be judged. */
export interface Found {
  readonly kind: 'print';
  readonly content: MappedText;
  /** Empty: no format reads it. */
  readonly recognitions: readonly Recognition[];
  /** Nothing in the text says that a driver of the database wrote it: it counts beside others of one example only. */
  readonly isPlain: boolean;
}

/** Anything else: a line of prose, a line of code. */
export interface Line {
  readonly kind: 'line';
  readonly content: MappedText;
}

/** What texts of a page were recognised as. */
export type Recognized = Map<string, readonly Recognition[]>;

/** Different texts of a page that are recognised, after which only those count that speak of the database. */
const MOST_TEXTS = 1000;
/** Lines of the longest print that is looked for, and of the longest statement that is passed over as one. */
const LONGEST = 400;
/** Characters of the longest print. */
const MOST_CHARACTERS = 1 << 18;
/** Places tried as the end of one print: a string may hold brackets that close nothing. */
const ENDS_TRIED = 3;

/**
 * The prints and the other lines of a stretch, in order; blank lines are left out. `recognized` remembers what texts were
 * recognised as, since pages repeat themselves.
 */
export function findPrints(
  { kind, content }: Segment,
  recognized: Recognized = new Map(),
): readonly (Found | Line)[] {
  const lines = linesOf(content);
  const whole =
    kind === 'code' && content.text.length <= MOST_CHARACTERS ? printIn(lines, recognized) : undefined;
  if (whole !== undefined && whole.recognitions.length > 0) return [whole];
  const found: (Found | Line)[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const print = printAt(lines, at, recognized);
    if (print !== undefined) {
      found.push(print.found);
      at = print.next;
      continue;
    }
    const next = endOfStatement(lines, at, kind);
    for (const one of lines.slice(at, next))
      if (one.text.trim() !== '') found.push({ kind: 'line', content: one });
    at = next;
  }
  // A block that is nothing but a print that somebody broke.
  return whole !== undefined && found.every((one) => one.kind === 'line') ? [whole] : found;
}

/** The lines as one print; `undefined` when they are none and do not look like one. */
function printIn(lines: readonly MappedText[], recognized: Recognized): Found | undefined {
  const content = block(lines);
  if (!beginsLikeAPrint(content.text) || isCall(content.text)) return undefined;
  const isPlain = !speaksOfTheDatabase(content.text);
  if (isPlain && recognized.size > MOST_TEXTS) return undefined;
  const recognitions = recognized.get(content.text) ?? recognitionsOf(content.text);
  recognized.set(content.text, recognitions);
  // What goes on after its last bracket is a sentence about something, not a broken print.
  return recognitions.length === 0 && (isPlain || !isOneThing(content.text))
    ? undefined
    : { kind: 'print', content, recognitions, isPlain };
}

const WIRE = { among: groups.filter(({ format }) => familyOf(format) === 'http') };

/** JSON with the wire's own words is the wire's (spec/formats 15): only what does not read as that may be another's. */
function recognitionsOf(text: string): readonly Recognition[] {
  const wire = speaksWire(text) ? recognize(text, WIRE) : [];
  return wire.length > 0 ? wire : recognize(text);
}

function printAt(
  lines: readonly MappedText[],
  at: number,
  recognized: Recognized,
): { readonly found: Found; readonly next: number } | undefined {
  if (!beginsLikeAPrint(lines[at]?.text.trim() ?? '')) return undefined;
  let unread: { readonly found: Found; readonly next: number } | undefined;
  for (const next of endsOf(lines, at)) {
    const found = printIn(lines.slice(at, next), recognized);
    if (found === undefined) continue;
    if (found.recognitions.length > 0) return { found, next };
    unread ??= { found, next };
  }
  return unread;
}

/** Indexes after the line with which a print that begins at `at` may end, likeliest first. */
function endsOf(lines: readonly MappedText[], at: number): readonly number[] {
  const first = headEnd(lines, at);
  const ends = new Set<number>();
  const quoted = new QuotedBrackets();
  let isQuotedOpen = true;
  let depth = 0;
  let length = 0;
  for (let index = first; index < lines.length && index - at < LONGEST; index += 1) {
    const text = lines[index]?.text ?? '';
    length += text.length + 1;
    if (text.trim() === '' || length > MOST_CHARACTERS) break;
    const closes = isQuotedOpen && quoted.closesWith(text);
    depth = openBrackets(text, depth);
    if (closes) isQuotedOpen = false;
    if (closes || depth === 0) ends.add(index + 1);
    if (ends.size === ENDS_TRIED) break;
  }
  return [...ends];
}

/** The status line and the headers of an answer stand before its body. */
function headEnd(lines: readonly MappedText[], at: number): number {
  if (!/^\s*HTTP\/\d/.test(lines[at]?.text ?? '')) return at;
  let index = at + 1;
  while (/^\s*(?:[\w-]+:.*)?$/.test(lines[index]?.text ?? '{')) index += 1;
  return index;
}

/** Index after the last line of a statement or sentence, whose brackets are closed there; after its first line if they never are. */
function endOfStatement(lines: readonly MappedText[], at: number, kind: Segment['kind']): number {
  let depth = 0;
  // Prose that opens a bracket and forgets it does so in one paragraph; code goes on after a blank line.
  const isProse = kind === 'text' && !/[([{]\s*$/.test(lines[at]?.text ?? '');
  for (let index = at; index < lines.length && index - at < LONGEST; index += 1) {
    const text = lines[index]?.text ?? '';
    if (isProse && text.trim() === '') break;
    depth = openBrackets(text, depth);
    if (depth === 0) return index + 1;
  }
  return at + 1;
}
