import { bannerLength, mayBeBanner } from '../banners.ts';
import { oddity } from '../oddity.ts';
import type { ErrorRecognition, Recognition } from '../recognition.ts';
import { withoutColours, type Spelling } from '../spelling.ts';
import { searchesOf, type Extent, type Search } from './extents.ts';
import type { Finding, FoundError, FoundPrint } from './finding.ts';
import { hasSigns, mayBeError } from './signs.ts';

/** What reads the texts: `recognize` and `recognizeErrors`, or the like for one format. */
export interface Recognizer {
  /** The format is known, so that a whole line is a print whatever it looks like; otherwise it must look like one. */
  readonly isSure: boolean;
  readonly prints: (text: string) => readonly Recognition[];
  readonly errors: (text: string) => readonly ErrorRecognition[];
}

/** So often a line may have been part of a text over lines that was none, for another one to begin with it. */
const MOST_VAIN = 32;

interface Line {
  readonly raw: string;
  readonly clean: Spelling;
  /** How often it was looked at for a text over lines that was none. */
  vain: number;
}

/**
 * Finds the prints in lines that come one by one: prints of one line or of several, alone or amid other words. Keeps only the
 * lines of a print that may not be over; gives each finding as soon as its last line is there.
 */
export class PrintFinder {
  readonly #recognizer: Recognizer;
  readonly #lines: Line[] = [];
  /** What the first of the lines may still hold; absent: not looked at. */
  #searches: Search[] | undefined;
  /** Characters that readers have had of the first line. */
  #tried = 0;
  #number = 1;

  constructor(recognizer: Recognizer) {
    this.#recognizer = recognizer;
  }

  /** Takes the next line, without its line feed. */
  push(raw: string): Finding[] {
    this.#lines.push({ raw, clean: withoutColours(raw), vain: 0 });
    return this.#settle(false);
  }

  /** No line will follow. */
  end(): Finding[] {
    return this.#settle(true);
  }

  #settle(atEnd: boolean): Finding[] {
    const findings: Finding[] = [];
    while (this.#lines.length > 0) {
      const finding = this.#settleFirst(atEnd);
      if (finding === 'wait') break;
      findings.push(...finding);
    }
    return findings;
  }

  #settleFirst(atEnd: boolean): Finding[] | 'wait' {
    const first = this.#textOf(0) ?? '';
    if (mayBeBanner(first)) {
      const length = bannerLength((index) => this.#textOf(index), 0);
      if (length > 0) return this.#take(length, true);
      // The longest of them, which may not be there yet.
      if (!atEnd && this.#lines.length < 8) return 'wait';
    }
    this.#searches ??= [...searchesOf(first, (this.#lines[0]?.vain ?? 0) < MOST_VAIN)];
    for (let search = this.#searches[0]; search !== undefined; search = this.#searches[0]) {
      const extent = search((index) => this.#textOf(index), atEnd);
      if (extent === 'wait') return 'wait';
      this.#searches.shift();
      const found = 'looked' in extent ? undefined : this.#read(extent);
      if (found !== undefined) {
        this.#take(found.endLine - found.line + 1);
        return [found];
      }
      this.#countVain('looked' in extent ? extent.looked : extent.lines);
    }
    return this.#take(1);
  }

  /** A text over so many lines after the first was none. */
  #countVain(lines: number): void {
    if (lines > 0) for (const line of this.#lines.slice(0, lines + 1)) line.vain += 1;
  }

  /** Removes lines; they are the rest unless they are given as something else. */
  #take(count: number, isBanner = false): Finding[] {
    const rest: Finding[] = [];
    for (let index = 0; index < count; index += 1)
      rest.push({ kind: 'rest', line: this.#number + index, text: this.#lines.shift()?.raw ?? '', isBanner });
    this.#number += count;
    this.#searches = undefined;
    this.#tried = 0;
    return rest;
  }

  #textOf(index: number): string | undefined {
    return this.#lines[index]?.clean.text;
  }

  #read({ from, lines, to }: Extent): FoundPrint | FoundError | undefined {
    const texts = this.#lines.slice(0, lines + 1).map(({ clean }) => clean.text);
    const last = texts[lines] ?? '';
    const before = (texts[0] ?? '').slice(0, from);
    const after = last.slice(to);
    const text =
      lines === 0
        ? last.slice(from, to)
        : [...texts, last.slice(0, to)].toSpliced(lines, 1).join('\n').slice(from);
    if (lines === 0 && this.#isTooMuch(text.length)) return undefined;
    const isAmid = before.trim() !== '' || after.trim() !== '';
    const place = {
      line: this.#number,
      column: (this.#lines[0]?.clean.at(from) ?? from) + 1,
      endLine: this.#number + lines,
      text,
      before,
      after,
    };
    if (mayBeError(text)) {
      const [error, ...others] = this.#recognizer.errors(text);
      if (error !== undefined) return { kind: 'error', ...place, recognitions: [error, ...others] };
    }
    if (isAmid && !hasSigns(text)) return undefined;
    const recognitions = this.#recognizer.prints(text);
    const [print, ...others] = recognitions;
    if (print === undefined) return undefined;
    const isPrint = isAmid ? isTelling : isPlausible;
    if (!(this.#recognizer.isSure && !isAmid) && !recognitions.some((one) => isPrint(one, text)))
      return undefined;
    return { kind: 'print', ...place, recognitions: [print, ...others] };
  }

  /** Whether readers had enough of the first line: what they read of it is bounded, whatever it holds. */
  #isTooMuch(length: number): boolean {
    this.#tried += length;
    return this.#tried > 8 * (this.#lines[0]?.raw.length ?? 0) + 10_000;
  }
}

/** Whether a text amid other words is a print: a list in brackets may be anything, an object or a ref is hardly chance. */
function isTelling({ marks, readings: [first] }: Recognition, text: string): boolean {
  if (marks.length > 0) return true;
  return first.kind === 'object' && first.entries.length > 0 && oddity(first, text) === 0;
}

/**
 * Whether a text that stands alone is a print: `[main] done []` is no list of strings, though Go would print one so, and
 * `call(1)` no set, though JavaScript would.
 */
function isPlausible({ marks, readings: [first] }: Recognition, text: string): boolean {
  return marks.length > 0 || oddity(first, text) === 0;
}
