import { readClass } from './character-class.ts';
import { BadPattern, Cursor } from './cursor.ts';
import { readEscape } from './escapes.ts';
import { code, type Flags, isFlag, NO_FLAGS, variants } from './flags.ts';

/** A Java regular expression in JavaScript's terms. */
export interface Translated {
  /** For `new RegExp(source, 'v')`. */
  readonly source: string;
  /** Where each of Java's groups is among those of `source`; 0 is the match. */
  readonly groups: readonly number[];
  readonly names: ReadonlyMap<string, number>;
}

/**
 * Says a pattern of `java.util.regex` (Java 17) in JavaScript, or throws `BadPattern`. Bridged are: quotations, flags inside
 * the pattern, classes that nest and intersect, POSIX and `java…` classes, case folding of ASCII only, `$` before a last
 * line end, possessive and atomic groups. Not known, and so refused: blocks (`\p{InGreek}`), `\N{…}`, `\X`. A reference
 * back to a group that took no part matches the empty string, where Java's never matches.
 */
export function translate(pattern: string): Translated {
  return new Translator(pattern).whole();
}

const LINE_ENDS = '\\n\\r\\u0085\\u2028\\u2029';
const START = '(?<![^])';
const END = '(?![^])';
/** Not in the middle of a line end of two characters. */
const NOT_INSIDE_CRLF = '(?!(?<=\\r)\\n)';
const LAST_LINE_END = `${NOT_INSIDE_CRLF}(?=(?:\\r\\n|[${LINE_ENDS}])?${END})`;
const WORD = '[\\p{L}\\p{Nd}_]';
const MOST_REPETITIONS = 2 ** 31 - 1;

/** While the source grows, groups and references to them carry an id between these; the numbers are known at the end. */
const GROUP = '\u0000';
const REFERENCE = '\u0001';
const MARK_END = '\u0002';

class Translator {
  readonly #cursor: Cursor;
  #flags: Flags = NO_FLAGS;
  #ids = 0;
  /** The id of each of Java's groups. */
  readonly #groups: number[] = [];
  readonly #names = new Map<string, number>();

  constructor(pattern: string) {
    this.#cursor = new Cursor(pattern);
  }

  whole(): Translated {
    const marked = this.#alternatives();
    if (this.#cursor.peek() !== undefined) throw new BadPattern('unmatched closing parenthesis');
    const numbers = new Map<string, string>();
    for (const [, id = ''] of marked.matchAll(new RegExp(`${GROUP}(\\d+)`, 'g')))
      numbers.set(id, String(numbers.size + 1));
    const source = marked
      .replaceAll(new RegExp(`${GROUP}\\d+${MARK_END}`, 'g'), '')
      .replaceAll(
        new RegExp(`${REFERENCE}(\\d+)${MARK_END}`, 'g'),
        (_, id: string) => `(?:\\${numbers.get(id) ?? ''})`,
      );
    const groups = [0, ...this.#groups.map((id) => Number(numbers.get(String(id))))];
    return { source, groups, names: this.#names };
  }

  #alternatives(): string {
    const outer = this.#flags;
    let source = this.#sequence();
    while (this.#cursor.take('|')) source += `|${this.#sequence()}`;
    this.#flags = outer;
    return source;
  }

  #sequence(): string {
    let source = '';
    for (;;) {
      if (this.#flags.x) this.#cursor.skipSpace(true);
      const next = this.#cursor.peek();
      if (next === undefined || next === '|' || next === ')') return source;
      source += this.#cursor.take('\\Q') ? this.#quotation() : this.#quantified(this.#atom());
    }
  }

  /** Quoted text, to the end if nothing ends it; a quantifier behind it means its last character. */
  #quotation(): string {
    const characters: string[] = [];
    while (this.#cursor.peek() !== undefined && !this.#cursor.take('\\E'))
      characters.push(this.#literal(this.#cursor.next()));
    const last = characters.pop();
    return characters.join('') + (last === undefined ? '' : this.#quantified(last));
  }

  #quantified(atom: string): string {
    if (this.#flags.x) this.#cursor.skipSpace(true);
    const quantifier = this.#quantifier();
    if (quantifier === '') return atom;
    const repeated = `(?:${atom})${quantifier}`;
    if (this.#cursor.take('?')) return `${repeated}?`;
    return this.#cursor.take('+') ? this.#atomic(repeated) : repeated;
  }

  #quantifier(): string {
    for (const sign of ['*', '+', '?']) if (this.#cursor.take(sign)) return sign;
    if (!this.#cursor.take('{')) return '';
    const [text, least = '', , most = ''] = /^(\d+)(,(\d*))?$/.exec(this.#cursor.until('}')) ?? [];
    if (text === undefined || Number(least) > MOST_REPETITIONS || Number(most) > MOST_REPETITIONS)
      throw new BadPattern('illegal repetition');
    if (most !== '' && Number(most) < Number(least)) throw new BadPattern('illegal repetition range');
    return `{${text}}`;
  }

  /** JavaScript can go back into all that matched, but not into what a look-ahead saw: so look ahead, then match the same. */
  #atomic(source: string): string {
    const id = this.#newId();
    return `(?=${GROUP}${id}${MARK_END}(${source}))${REFERENCE}${id}${MARK_END}`;
  }

  #atom(): string {
    const next = this.#cursor.next();
    const { d, m, s } = this.#flags;
    switch (next) {
      case '(':
        return this.#group();
      case '[':
        return readClass(this.#cursor, this.#flags);
      case '.':
        if (s) return '[^]';
        return d ? '[^\\n]' : `[^${LINE_ENDS}]`;
      case '^':
        if (!m) return START;
        return d
          ? `(?:${START}|(?<=\\n)(?=[^]))`
          : `(?:${START}|(?<=[${LINE_ENDS}])${NOT_INSIDE_CRLF}(?=[^]))`;
      case '$':
        if (d) return m ? `(?=\\n|${END})` : `(?=\\n?${END})`;
        return m ? `${NOT_INSIDE_CRLF}(?=[${LINE_ENDS}]|${END})` : LAST_LINE_END;
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw new BadPattern(`nothing to repeat before ${next}`);
      default:
        return this.#literal(next);
    }
  }

  #group(): string {
    if (!this.#cursor.take('?')) return this.#capture();
    for (const opening of [':', '=', '!', '<=', '<!'])
      if (this.#cursor.take(opening)) return this.#closed(`(?${opening}`);
    if (this.#cursor.take('>')) return this.#atomic(this.#closed('(?:'));
    if (!this.#cursor.take('<')) return this.#flagGroup();
    const name = this.#cursor.until('>');
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name) || this.#names.has(name))
      throw new BadPattern(`bad group name ${name}`);
    this.#names.set(name, this.#groups.length + 1);
    return this.#capture();
  }

  #capture(): string {
    const id = this.#newId();
    this.#groups.push(id);
    return this.#closed(`${GROUP}${String(id)}${MARK_END}(`);
  }

  #closed(opening: string): string {
    const source = `${opening}${this.#alternatives()})`;
    this.#cursor.need(')');
    return source;
  }

  /** `(?i)` up to the end of the group around it, or `(?i:…)`. */
  #flagGroup(): string {
    let on = true;
    let flags = this.#flags;
    for (;;) {
      const next = this.#cursor.next();
      if (next === ')') {
        this.#flags = flags;
        return '';
      }
      if (next === ':') {
        const outer = this.#flags;
        this.#flags = flags;
        const source = this.#closed('(?:');
        this.#flags = outer;
        return source;
      }
      if (next === '-') on = false;
      else if (isFlag(next)) flags = { ...flags, [next]: on };
      else throw new BadPattern(`unknown flag ${next}`);
    }
  }

  #escape(): string {
    const next = this.#cursor.peek() ?? '';
    const assertion = ASSERTIONS[next];
    if (assertion !== undefined) {
      this.#cursor.next();
      return assertion;
    }
    if (/^[1-9]$/.test(next)) return this.#numberedReference();
    if (this.#cursor.take('k')) {
      this.#cursor.need('<');
      const group = this.#names.get(this.#cursor.until('>'));
      if (group === undefined) throw new BadPattern('reference to a group that there is not');
      return this.#reference(group);
    }
    const item = readEscape(this.#cursor, this.#flags);
    return item.kind === 'character' ? this.#literal(item.text) : item.source;
  }

  /** As many digits as name a group that there is, but at least one. */
  #numberedReference(): string {
    let group = Number(this.#cursor.next());
    while (
      /^\d$/.test(this.#cursor.peek() ?? '') &&
      group * 10 + Number(this.#cursor.peek()) <= this.#groups.length
    )
      group = group * 10 + Number(this.#cursor.next());
    return this.#reference(group);
  }

  /** Java lets a reference to a group that there is not stand; it never matches. */
  #reference(group: number): string {
    const id = this.#groups[group - 1];
    return id === undefined ? '(?!)' : `${REFERENCE}${String(id)}${MARK_END}`;
  }

  #literal(character: string): string {
    const codes = variants(character, this.#flags).map(code).join('');
    return codes.lastIndexOf('\\') === 0 ? codes : `[${codes}]`;
  }

  #newId(): number {
    return this.#ids++;
  }
}

const ASSERTIONS: Readonly<Record<string, string>> = {
  A: START,
  // Where the last match ended: only asked at the start, where nothing was matched.
  G: START,
  z: END,
  Z: LAST_LINE_END,
  b: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
  B: `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
  R: '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])',
};
