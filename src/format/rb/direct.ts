import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { digitsAt, isClock, isDay } from '../shared/direct/calendar.ts';
import { refOfPath } from '../shared/path-ref.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { TextReader } from '../shared/text-reader.ts';
import { hashKey, inspectBytes, inspectString, inspectSymbol } from './inspect-text.ts';
import { NEW_KEY, OLD_KEY, QUOTED } from './read.ts';
import { rubyFloat } from './ruby-float.ts';
import { rubyDate } from './time.ts';
import type { RubyTraits } from './traits.ts';
import { unquote, unquoteBytes } from './unquote.ts';

/**
 * Reads a hash or array whose parts are spelled as Ruby spells them, so that it need not be printed again to be believed: what
 * most prints are. `undefined`: nothing is known of the text yet.
 */
export function readDirect(text: string, traits: RubyTraits): Value | undefined {
  if (text[0] !== '{' && text[0] !== '[') return undefined;
  try {
    const reader = new DirectReader(text, traits);
    const value = reader.value(0);
    reader.end();
    return value;
  } catch (cause) {
    if (cause instanceof ReadFailure) return undefined;
    throw cause;
  }
}

/** Levels that are read: what nests deeper is for the careful reader. */
const MOST_LEVELS = 400;
/** In double quotes, these need no look at how Ruby would write them. */
const PLAIN = /^[ !$-[\]-~]*$/;
const OLD_NAME = /:([A-Za-z_]\w*)=>/y;
const NEW_NAME = /([A-Za-z_]\w*): /y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+(?:e[+-]\d\d+)?)?(?![\w.-])/y;
const NOT_FINITE = /-?Infinity|NaN/y;
const OBJECT = /#<Fauna::(Ref|SetRef|Bytes):0x[\da-f]+ @(?:id|value|bytes)=/y;
const JULIAN = / \(\(\d+j,0s,0n\),\+0s,2299161j\)>/y;
const TRUE = build.bool(true);
const FALSE = build.bool(false);
/** Digits of which two decimals never have one float. */
const SAFE_DIGITS = 15;
const AT = 0x40;
const SPACE = 0x20;
const DASH = 0x2d;

class DirectReader extends TextReader {
  readonly #traits: RubyTraits;
  /** The last date, whose Julian day was reckoned. */
  #date = '';

  constructor(text: string, traits: RubyTraits) {
    super(text);
    this.#traits = traits;
  }

  value(level: number): Value {
    if (level >= MOST_LEVELS) this.fail('a value nested less deeply');
    switch (this.text[this.offset]) {
      case '"':
        return { kind: 'string', value: this.#string() };
      case '{':
        return { kind: 'object', entries: this.#hash(level) };
      case '[':
        return this.#array(level);
      case '#':
        return this.takes('#<Date: ') ? this.#day() : this.#object(level);
      case 'n':
        this.expect('nil');
        return build.nul;
      case 't':
        this.expect('true');
        return TRUE;
      case 'f':
        this.expect('false');
        return FALSE;
      default:
        return this.text.charCodeAt(this.offset + 4) === DASH ? this.#time() : this.#number();
    }
  }

  #string(): string {
    const { text, offset: start } = this;
    if (text[start] !== '"') this.fail('a string in double quotes');
    const end = text.indexOf('"', start + 1);
    const plain = text.slice(start + 1, end);
    if (end !== -1 && PLAIN.test(plain)) {
      this.offset = end + 1;
      return plain;
    }
    const [whole] = this.match(QUOTED) ?? this.fail('a string in double quotes');
    const value = unquote(whole);
    return value !== undefined && inspectString(value) === whole
      ? value
      : this.fail('the text as the driver prints it', start);
  }

  #array(level: number): Value {
    this.offset += 1;
    const items: Value[] = [];
    if (this.takes(']')) return { kind: 'array', items };
    do items.push(this.value(level + 1));
    while (this.takes(', '));
    this.expect(']');
    return { kind: 'array', items };
  }

  #hash(level: number): Entry[] {
    this.expect('{');
    const entries: Entry[] = [];
    if (this.takes('}')) return entries;
    do {
      const start = this.offset;
      const key = this.#key();
      // What is tagged may be another value.
      if (key.charCodeAt(0) === AT) this.fail('a key without a tag', start);
      entries.push([key, this.value(level + 1)]);
    } while (this.takes(', '));
    this.expect('}');
    return entries;
  }

  #key(): string {
    const { newHash } = this.#traits;
    const name = this.match(newHash ? NEW_NAME : OLD_NAME)?.[1];
    if (name !== undefined) return name;
    const start = this.offset;
    const key = this.match(newHash ? NEW_KEY : OLD_KEY)?.[1] ?? this.#quotedKey();
    const again = newHash ? hashKey(key) : `${inspectSymbol(key)}=>`;
    return again === this.text.slice(start, this.offset)
      ? key
      : this.fail('the text as the driver prints it', start);
  }

  #quotedKey(): string {
    const { newHash } = this.#traits;
    if (!newHash) this.expect(':');
    const [whole] = this.match(QUOTED) ?? this.fail('a key');
    this.expect(newHash ? ': ' : '=>');
    return unquote(whole) ?? this.fail('a key');
  }

  #object(level: number): Value {
    const [opening, name] = this.match(OBJECT) ?? this.fail('a value');
    const value = this.#members(name, opening.endsWith('@id='), level + 1);
    this.expect('>');
    return value;
  }

  #members(name: string | undefined, isId: boolean, level: number): Value {
    if (name === 'Bytes') return this.#bytes();
    if (isId !== (name === 'Ref' && this.#traits.ref === 'members')) this.fail('the members of the object');
    if (name === 'SetRef') return { kind: 'set', entries: this.#hash(level) };
    const text = this.#string();
    if (!isId) return refOfPath(text);
    return build.ref(text, this.#part(', @class_=', level), this.#part(', @database=', level));
  }

  #part(opening: string, level: number): RefValue | undefined {
    if (!this.takes(opening)) return undefined;
    const value = this.value(level);
    return value.kind === 'ref' ? value : this.fail('a ref');
  }

  #bytes(): Value {
    const [whole] = this.match(QUOTED) ?? this.fail('bytes in double quotes');
    const value = unquoteBytes(whole);
    return value !== undefined && inspectBytes(Uint8Array.from(value)) === whole
      ? build.bytes(value)
      : this.fail('bytes as the driver prints them');
  }

  #day(): Value {
    const { text, offset: start } = this;
    const day = text.slice(start, start + 10);
    this.offset = start + 10;
    this.match(JULIAN);
    const whole = text.slice(start - '#<Date: '.length, this.offset);
    if (whole !== this.#date) {
      if (!isDay(day, 0) || rubyDate(day) !== whole) this.fail('a date and its Julian day', start);
      this.#date = whole;
    }
    return { kind: 'date', text: day };
  }

  /** A time of a year of four digits; the database writes its fraction in groups of three. */
  #time(): Value {
    const { text, offset: start } = this;
    const clock = start + 11;
    const digits = text[clock + 8] === '.' ? digitsAt(text, clock + 9) : -1;
    const end = clock + 9 + digits;
    const isSpelled =
      isDay(text, start) &&
      text.charCodeAt(clock - 1) === SPACE &&
      isClock(text, clock) &&
      digits !== 0 &&
      digits <= 9 &&
      (digits === -1 || text[end - 1] !== '0') &&
      text.startsWith(' UTC', end);
    if (!isSpelled) this.fail('a time');
    this.offset = end + ' UTC'.length;
    const fraction =
      digits === -1 ? '' : text.slice(clock + 8, end).padEnd(1 + Math.ceil(digits / 3) * 3, '0');
    return build.ts(`${text.slice(start, start + 10)}T${text.slice(clock, clock + 8)}${fraction}Z`);
  }

  #number(): Value {
    const start = this.offset;
    const text = this.match(NUMBER)?.[0];
    if (text === undefined) {
      const [other] = this.match(NOT_FINITE) ?? this.fail('a value');
      return { kind: 'double', value: Number(other) };
    }
    if (!text.includes('.'))
      return text === '-0' ? this.fail('an integer', start) : { kind: 'long', value: BigInt(text) };
    const value = Number(text);
    const isSure = text.length <= SAFE_DIGITS && !text.endsWith('0') && Math.abs(value) >= 0.0001;
    return isSure || rubyFloat(value) === text ? { kind: 'double', value } : this.fail('a float', start);
  }
}
