import { build, type Entry, type Value } from '../../../../value/index.ts';
import { hasOwnKeys } from '../../../shared/direct/own-keys.ts';
import { elidedValue } from '../../decode/elided.ts';
import { depthOf, printsItself, type Dialect } from '../../dialect.ts';
import { TRAITS } from '../../layout/profile.ts';
import { asObject } from '../../project/as-object.ts';
import { MOST_LEVELS } from '../read-place.ts';
import { classNamed, classObject } from './class-object.ts';
import {
  BACKTICK,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  DOT,
  DOUBLE_QUOTE,
  endOfRun,
  MINUS,
  NINE,
  OPEN_ARRAY,
  OPEN_CALL,
  OPEN_OBJECT,
  QUOTE,
  SMALL_F,
  SMALL_N,
  SMALL_T,
  WORD,
  ZERO,
} from './characters.ts';
import { PathRefs } from './old-refs.ts';
import { Calls } from './read-call.ts';
import { isInOrder, readKey, type Key } from './read-key.ts';
import { readNumber } from './read-number.ts';
import { isCount, readText } from './read-text.ts';
import { TokenReader } from './token-reader.ts';

const TRUE = build.bool(true);
const FALSE = build.bool(false);
const NO_KEYS: readonly Key[] = [];
const MORE_ITEMS = /\.\.\. (\d+) more item(s?)/y;

/**
 * Reads a value all parts of which are spelled as the driver and Node.js spell them, white space aside: it need not be printed
 * again to be believed. Throws `ReadFailure` wherever that is not plain to see.
 */
export class DirectReader extends TokenReader {
  readonly #dialect: Dialect;
  readonly #paths = new PathRefs();
  readonly #calls: Calls;
  /** By level, the keys of the last object that had others than the one before it: they are tried first. */
  readonly #keys: (readonly Key[])[] = [];

  constructor(text: string, dialect: Dialect) {
    super(text);
    this.#dialect = dialect;
    this.#calls = new Calls(this, dialect, this.#paths);
  }

  /** One value inside so many containers. */
  value(level: number): Value {
    const unit = this.next();
    switch (unit) {
      case QUOTE:
      case DOUBLE_QUOTE:
      case BACKTICK:
        return readText(this, this.#dialect.profile, level);
      case OPEN_OBJECT:
        return this.#object(level);
      case OPEN_ARRAY:
        return this.#array(level);
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
        return unit === MINUS || (unit >= ZERO && unit <= NINE) ? readNumber(this) : this.#named(level);
    }
  }

  /** Whether a container of that level is printed with what is in it. */
  #isPrinted(level: number): boolean {
    return level <= depthOf(this.#dialect) && level < MOST_LEVELS;
  }

  #object(level: number): Value {
    this.offset += 1;
    if (this.next() === CLOSE_OBJECT) {
      this.offset += 1;
      return { kind: 'object', entries: [] };
    }
    if (!this.#isPrinted(level)) this.fail('an object nested less deeply');
    const before = this.#keys[level] ?? NO_KEYS;
    const entries: Entry[] = [];
    let others: Key[] | undefined;
    let hasIndex = false;
    do {
      const key = readKey(this, before[entries.length], this.#dialect.profile);
      if (others === undefined && key !== before[entries.length]) others = before.slice(0, entries.length);
      others?.push(key);
      hasIndex ||= key.isIndex;
      entries.push([key.key, this.value(level + 1)]);
    } while (this.goesOn(CLOSE_OBJECT));
    if (others !== undefined) this.#keys[level] = others;
    if (hasIndex) return isInOrder(entries) ? asObject(entries) : this.fail('keys as JavaScript orders them');
    // The keys of the object before this one were each there once.
    if (others !== undefined && !hasOwnKeys(entries)) this.fail('keys that occur once');
    return { kind: 'object', entries };
  }

  #array(level: number): Value {
    const { offset: start } = this;
    this.offset += 1;
    if (this.next() === CLOSE_ARRAY) {
      this.offset += 1;
      return { kind: 'array', items: [] };
    }
    if (level > depthOf(this.#dialect)) return this.#elided(start);
    if (!this.#isPrinted(level)) this.fail('an array nested less deeply');
    const items: Value[] = [];
    const { maxItems } = TRAITS[this.#dialect.profile];
    do {
      if (items.length === maxItems) return this.#cutArray(items);
      items.push(this.value(level + 1));
    } while (this.goesOn(CLOSE_ARRAY));
    return { kind: 'array', items };
  }

  /** The rest of an array all items of which are read that are printed: `... 20 more items ]`. */
  #cutArray(items: readonly Value[]): Value {
    if (this.next() !== DOT) this.fail('the number of further items');
    const [, count, plural] = this.match(MORE_ITEMS) ?? this.fail('the number of further items');
    const cut = Number(count);
    if (!isCount(cut) || String(cut) !== count || (plural === 's') !== cut > 1)
      this.fail('a number of items');
    if (this.goesOn(CLOSE_ARRAY)) this.fail('"]"');
    return { kind: 'array', items, cut };
  }

  /** `[Object]`, in the place of something nested too deep. */
  #elided(start: number): Value {
    const { text } = this;
    const end = endOfRun(text, start + 1, WORD);
    this.offset = end + 1;
    const elided = text.slice(start, this.offset);
    // Only bytes have that in them.
    const value = elided === '[Uint8Array]' ? undefined : elidedValue(elided, this.#dialect.traits.id);
    return value ?? this.fail('the text as the driver prints it', start);
  }

  /** A value that begins with a name: a call, or an object of a class. */
  #named(level: number): Value {
    const { text, offset: start } = this;
    const end = endOfRun(text, start, WORD);
    const name = text.slice(start, end);
    this.offset = end;
    return text.charCodeAt(end) === OPEN_CALL
      ? this.#calls.read(name, level)
      : this.#classObject(name, level, start);
  }

  #classObject(name: string, level: number, start: number): Value {
    const className = classNamed(name);
    if (className === undefined || this.next() !== OPEN_OBJECT) return this.fail('a value', start);
    if (printsItself(className, this.#dialect) || !this.#isPrinted(level))
      return this.fail('the text as the driver prints it', start);
    this.offset += 1;
    this.next();
    this.expect('value');
    this.takesNext(COLON);
    const content = this.value(level + 1);
    if (this.goesOn(CLOSE_OBJECT)) this.fail('"}"');
    return (
      classObject(className, content, this.#dialect, this.#paths) ??
      this.fail('what the driver has in it', start)
    );
  }
}
