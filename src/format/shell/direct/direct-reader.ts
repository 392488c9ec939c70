import { build, readJson, type Entry, type Value } from '../../../value/index.ts';
import { toByteArray } from '../../js/decode/base64.ts';
import {
  AT,
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  DOUBLE_QUOTE,
  MINUS,
  NINE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  SMALL_F,
  SMALL_N,
  SMALL_T,
  SPACE,
  ZERO,
} from '../../js/read/direct/characters.ts';
import { isInOrder, TAGS, type Key } from '../../js/read/direct/read-key.ts';
import { readNumber } from '../../js/read/direct/read-number.ts';
import { TokenReader } from '../../js/read/direct/token-reader.ts';
import { asObject, isArrayIndex } from '../../js/project/as-object.ts';
import { endOfString } from '../../js/read/scan-string.ts';
import { hasOwnKeys } from '../../shared/direct/own-keys.ts';
import { EITHER_ZERO } from '../json/said.ts';
import { endOfBrackets } from './end-of-brackets.ts';

/** Containers and refs in each other that are read: the careful readers go a little deeper. */
const MOST_LEVELS = 390;

const TRUE = build.bool(true);
const FALSE = build.bool(false);
const NO_KEYS: readonly Key[] = [];

/** Reads the text of a lambda, which may hold anything, as its careful reader does; `undefined`: that reads it otherwise. */
export type LambdaReader = (text: string) => Value | undefined;

/**
 * Reads JSON all parts of which are spelled as JavaScript spells them, white space aside: it need not be printed again to be
 * believed. What stands for the values of the driver's classes is the business of those that extend it. Throws `ReadFailure`
 * wherever that is not plain to see.
 */
export abstract class DirectReader extends TokenReader {
  readonly #readLambda: LambdaReader;
  /** By level, the keys of the last object that had others than the one before it: they are tried first. */
  readonly #keys: (readonly Key[])[] = [];

  constructor(text: string, readLambda: LambdaReader) {
    super(text);
    this.#readLambda = readLambda;
  }

  /** Reads one value that is the whole text. */
  whole(): Value {
    const value = this.value(0);
    this.next();
    this.end();
    return value;
  }

  /**
   * Reads the content of an object whose first key begins with `@`, up to its closing bracket; `undefined`: that key is no tag
   * in this format, and nothing has been stepped over.
   */
  protected tagged(level: number): Value | undefined {
    if (this.takes('"@set":')) return this.#set(level);
    if (this.takes('"@bytes":')) return this.#bytes();
    return this.takes('"@query":') ? this.#lambda(level) : undefined;
  }

  /** Reads what begins like no value of JSON. */
  protected abstract named(level: number): Value;

  /** One value inside so many containers. */
  protected value(level: number): Value {
    const unit = this.next();
    switch (unit) {
      case DOUBLE_QUOTE:
        return { kind: 'string', value: this.string() };
      case OPEN_OBJECT:
        return this.#object(this.deeper(level));
      case OPEN_ARRAY:
        return this.#array(this.deeper(level));
      case SMALL_N:
        this.expect('null');
        return build.nul;
      case SMALL_T:
        this.expect('true');
        return TRUE;
      case SMALL_F:
        this.expect('false');
        return FALSE;
      default:
        return unit === MINUS || (unit >= ZERO && unit <= NINE) ? this.#number() : this.named(level);
    }
  }

  /** Steps over white space, and reads a string of JSON. */
  protected spacedString(): string {
    this.next();
    return this.string();
  }

  /** Reads a string of JSON that begins here. */
  protected string(): string {
    const { text, offset: start } = this;
    if (text.charCodeAt(start) !== DOUBLE_QUOTE) return this.fail('a string in double quotes');
    let at = start + 1;
    let unit = text.charCodeAt(at);
    while (unit >= SPACE && unit !== DOUBLE_QUOTE && unit !== BACKSLASH) {
      at += 1;
      unit = text.charCodeAt(at);
    }
    if (unit !== DOUBLE_QUOTE) return this.#escaped(at);
    this.offset = at + 1;
    return text.slice(start + 1, at);
  }

  /** The level of what is in a container of a level. */
  protected deeper(level: number): number {
    return level < MOST_LEVELS ? level + 1 : this.fail('a value nested less deeply');
  }

  /** A string that begins here, and has no more than ordinary characters up to `from`. */
  #escaped(from: number): string {
    const { text, offset: start } = this;
    const end = endOfString(text, from, '"') ?? this.fail('a closing quote');
    const spelled = text.slice(start, end + 1);
    const reading = readJson(spelled);
    if (!reading.ok || JSON.stringify(reading.json) !== spelled || typeof reading.json !== 'string')
      return this.fail('a string as JavaScript writes it');
    this.offset = end + 1;
    return reading.json;
  }

  /** In JSON -0 is `0`. */
  #number(): Value {
    const { offset: start } = this;
    const number = readNumber(this);
    if (number.value !== 0) return number;
    return Object.is(number.value, 0) ? EITHER_ZERO : this.fail('a number as JSON has it', start);
  }

  #set(level: number): Value {
    const { offset: start } = this;
    const content = this.value(level);
    return content.kind === 'object'
      ? { kind: 'set', entries: content.entries }
      : this.fail('the parameters of a set', start);
  }

  #bytes(): Value {
    const { offset: start } = this;
    const text = this.spacedString();
    const bytes = toByteArray(text);
    return typeof bytes === 'string' || Buffer.from(bytes).toString('base64') !== text
      ? this.fail('bytes as the driver writes them', start)
      : { kind: 'bytes', value: bytes };
  }

  #lambda(level: number): Value {
    this.next();
    const { text, offset: start } = this;
    this.offset = endOfBrackets(text, start, MOST_LEVELS - level) ?? this.fail('a lambda nested less deeply');
    return (
      this.#readLambda(`{"@query":${text.slice(start, this.offset)}}`) ??
      this.fail('the text as the driver prints it', start)
    );
  }

  #array(level: number): Value {
    const items: Value[] = [];
    this.offset += 1;
    if (this.next() === CLOSE_ARRAY) {
      this.offset += 1;
      return { kind: 'array', items };
    }
    do items.push(this.value(level));
    while (this.goesOn(CLOSE_ARRAY));
    return { kind: 'array', items };
  }

  #object(level: number): Value {
    this.offset += 1;
    if (this.next() === CLOSE_OBJECT) {
      this.offset += 1;
      return { kind: 'object', entries: [] };
    }
    return (this.#seesTag() ? this.#taggedObject(level) : undefined) ?? this.#members(level);
  }

  #seesTag(): boolean {
    return this.text.charCodeAt(this.offset + 1) === AT;
  }

  #taggedObject(level: number): Value | undefined {
    const value = this.tagged(level);
    // The driver drops whatever stands beside a tag.
    if (value !== undefined && this.goesOn(CLOSE_OBJECT)) this.fail('"}"');
    return value;
  }

  #members(level: number): Value {
    const before = this.#keys[level] ?? NO_KEYS;
    const entries: Entry[] = [];
    let others: Key[] | undefined;
    let hasIndex = false;
    do {
      const key = this.#key(before[entries.length]);
      if (others === undefined && key !== before[entries.length]) others = before.slice(0, entries.length);
      others?.push(key);
      hasIndex ||= key.isIndex;
      entries.push([key.key, this.value(level)]);
    } while (this.goesOn(CLOSE_OBJECT));
    if (others !== undefined) this.#keys[level] = others;
    if (hasIndex) return isInOrder(entries) ? asObject(entries) : this.fail('keys as JavaScript orders them');
    // The keys of the object before this one were each there once.
    if (others !== undefined && !hasOwnKeys(entries)) this.fail('keys that occur once');
    return { kind: 'object', entries };
  }

  /** Reads a key that the driver takes for no tag, and its colon. `likely`: what it probably is; then that very one is returned. */
  #key(likely: Key | undefined): Key {
    this.next();
    if (likely !== undefined && this.takes(likely.spelling)) return likely;
    const { text, offset: start } = this;
    const key = this.string();
    this.expect(':');
    if (TAGS.has(key)) this.fail('a key that is no tag', start);
    return { spelling: text.slice(start, this.offset), key, isIndex: isArrayIndex(key) };
  }
}
