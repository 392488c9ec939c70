import type { Entry, Value } from '../../../value/index.ts';
import { ReadFailure } from '../read-failure.ts';
import { TextReader, isAt } from '../text-reader.ts';
import type { DirectStyle, Shape } from './style.ts';

/** Levels of containers, or of refs in refs, that are read: the database refuses values nearly as deep. */
export const MOST_LEVELS = 1_000;

/** Characters and brackets that may be looked at ahead, for each character of the text: prints need less than two. */
const MOST_LOOKS = 16;

const NO_ITEMS: Value[] = [];
const NO_ENTRIES: Entry[] = [];

interface Frame {
  readonly shape: Shape;
  /** Where the container begins. */
  readonly start: number;
  /** How many containers it is in. */
  readonly level: number;
  readonly items: Value[];
  readonly entries: Entry[];
  key: string;
  /** The entries of the map of this level before this one: their keys are tried first. */
  readonly before: readonly Entry[];
  /** Whether each key so far is the one that has the same place in `before`. */
  isLikeBefore: boolean;
}

/**
 * Reads an unescaped text in one pass: at each place where a key or a string may end, what follows decides, and the
 * decision is final. The containers that are open are kept in a list, so no depth takes any stack.
 */
export class DirectReader extends TextReader {
  /** Set by a style that is not sure of its spelling: the value counts only if it prints as the text. */
  mustReprint = false;
  readonly #style: DirectStyle;
  readonly #open: Frame[] = [];
  /** By level, the entries of the last map. */
  readonly #before: (readonly Entry[])[] = [];
  /** Between these two places the first end of a key is known: the second of them. */
  #keyFrom = 0;
  #keyEnd = -1;
  #looksLeft: number;

  constructor(text: string, style: DirectStyle) {
    super(text);
    this.#looksLeft = MOST_LOOKS * (text.length + 1);
    this.#style = style;
  }

  /** Reads one value that is the whole text. Throws `ReadFailure`. */
  whole(): Value {
    const { open, leaf } = this.#style;
    for (;;) {
      const start = this.offset;
      const shape = open(this);
      if (shape === undefined) {
        const whole = this.#add(leaf(this));
        if (whole !== undefined) return whole;
      } else {
        if (this.#open.length >= MOST_LEVELS) throw new TooDeep(start);
        const frame = this.#frame(shape, start);
        if (!(shape.keyed && shape.isFilled === true) && this.takes(shape.close)) {
          const whole = this.#add(this.#made(frame));
          if (whole !== undefined) return whole;
        } else {
          this.#open.push(frame);
          if (shape.keyed) this.#nextKey(frame);
        }
      }
    }
  }

  /** Whether a container is open. */
  get isInside(): boolean {
    return this.#open.length > 0;
  }

  /** Whether what is read may end here: a string that ends behind this place would be followed by what must follow it. */
  isBorder(at: number): boolean {
    let place = at;
    for (let depth = this.#open.length - 1; depth >= 0; depth -= 1) {
      const frame = this.#open[depth];
      if (frame === undefined) return false;
      const { shape } = frame;
      if (isAt(this.text, place, shape.separator)) {
        const next = place + shape.separator.length;
        if (shape.keyed ? this.#isKey(frame, next) : this.#style.starts(this.text, next)) return true;
      }
      if (!isAt(this.text, place, shape.close)) return false;
      this.#look(1);
      place += shape.close.length;
    }
    return place === this.text.length;
  }

  /** Reads unescaped text up to the first `mark` behind which it may end, and steps over the mark. */
  untilBorder(mark: string, expected: string): string {
    const start = this.offset;
    for (let end = this.text.indexOf(mark, start); end !== -1; end = this.text.indexOf(mark, end + 1)) {
      const next = end + mark.length;
      if (!this.isBorder(next)) continue;
      this.offset = next;
      return this.text.slice(start, end);
    }
    return this.fail(expected, start);
  }

  /** Puts a value where it belongs, and closes what is closed behind it. Returns the outermost value at its end. */
  #add(value: Value): Value | undefined {
    let inner = value;
    for (let frame = this.#innermost(); frame !== undefined; frame = this.#innermost()) {
      const { shape } = frame;
      if (shape.keyed) frame.entries.push([frame.key, inner]);
      else frame.items.push(inner);
      if (this.takes(shape.separator)) {
        if (shape.keyed) this.#nextKey(frame);
        return undefined;
      }
      if (!this.takes(shape.close))
        this.fail(`${JSON.stringify(shape.separator)} or ${JSON.stringify(shape.close)}`);
      inner = this.#made(frame);
      this.#open.pop();
    }
    this.end();
    return inner;
  }

  #innermost(): Frame | undefined {
    // Not `at`, which takes several times as long.
    return this.#open[this.#open.length - 1];
  }

  #frame(shape: Shape, start: number): Frame {
    const level = this.#open.length;
    return {
      shape,
      start,
      level,
      items: shape.keyed ? NO_ITEMS : [],
      entries: shape.keyed ? [] : NO_ENTRIES,
      key: '',
      before: this.#before[level] ?? NO_ENTRIES,
      isLikeBefore: true,
    };
  }

  #made({ shape, start, level, items, entries, isLikeBefore }: Frame): Value {
    const value = shape.keyed ? shape.make(entries, isLikeBefore) : shape.make(items);
    if (value === undefined) return this.fail('keys as the driver prints them', start);
    if (entries.length > 0) this.#before[level] = entries;
    return value;
  }

  #nextKey(frame: Frame): void {
    const { is } = this.#style;
    const { text, offset: start } = this;
    const known = frame.before[frame.entries.length]?.[0];
    if (known !== undefined && this.#isKnown(known, start)) {
      frame.key = known;
      this.offset = start + known.length + is.length;
      return;
    }
    const end = this.#endOfKey(start, frame.entries.length === 0 ? undefined : frame.key);
    if (end === -1) this.fail(`a key and ${JSON.stringify(is)}`);
    this.offset = end + is.length;
    frame.isLikeBefore = false;
    frame.key = text.slice(start, end);
  }

  /** Whether a key begins at a place, behind the entry that is being read. */
  #isKey(frame: Frame, at: number): boolean {
    const next = frame.isLikeBefore ? frame.before[frame.entries.length + 1]?.[0] : undefined;
    return (next !== undefined && this.#isKnown(next, at)) || this.#endOfKey(at, frame.key) !== -1;
  }

  /** Whether a key of the map before stands at a place, and a value behind it. */
  #isKnown(key: string, at: number): boolean {
    const { is, starts } = this.#style;
    const end = at + key.length;
    return isAt(this.text, at, key) && isAt(this.text, end, is) && starts(this.text, end + is.length);
  }

  /**
   * The first place from `at` on where a key may end, because a value begins behind it; -1: there is none. Places are
   * nearly always asked for in ascending order, so remembering the last answer spares most of the work.
   */
  #endOfKey(at: number, before: string | undefined): number {
    if (this.#style.endOfKey !== undefined) return this.#style.endOfKey(this.text, at, before);
    if (at >= this.#keyFrom && (at <= this.#keyEnd || this.#keyEnd === Infinity))
      return this.#keyEnd === Infinity ? -1 : this.#keyEnd;
    const { is, starts } = this.#style;
    const first = is.charCodeAt(0);
    const last = this.text.length - is.length;
    this.#keyFrom = at;
    for (let end = at; end <= last; end += 1) {
      if (this.text.charCodeAt(end) !== first) continue;
      if (!this.text.startsWith(is, end) || !starts(this.text, end + is.length)) continue;
      this.#look(end - at);
      return (this.#keyEnd = end);
    }
    this.#look(last - at);
    this.#keyEnd = Infinity;
    return -1;
  }

  /** Bounds the work on texts made to be looked at again and again. */
  #look(length: number): void {
    this.#looksLeft -= length;
    if (this.#looksLeft < 0) this.fail('fewer places at which a text may end');
  }
}

/** A value nested deeper than is read. */
export class TooDeep extends ReadFailure {
  constructor(offset: number) {
    super(offset, `a value nested less than ${MOST_LEVELS.toLocaleString('en')} levels deep`);
  }
}
