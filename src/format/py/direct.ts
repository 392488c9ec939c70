import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';
import { digitsAt, isDay } from '../shared/direct/calendar.ts';
import { hasOwnKeys } from '../shared/direct/own-keys.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { TextReader } from '../shared/text-reader.ts';
import { inHashOrder } from './hash-order.ts';
import { refOfPath } from './path.ts';
import { readBytes, readString } from './read-literal.ts';
import { MOST_DEPTH } from './read-value.ts';
import { reprBytes } from './repr-bytes.ts';
import { reprFloat } from './repr-float.ts';
import { reprString, reprString2 } from './repr-string.ts';
import type { Traits } from './traits.ts';

/**
 * Reads a dictionary or list whose parts are spelled as Python spells them, so that it need not be printed again to be
 * believed: what most prints are. `undefined`: nothing is known of the text yet.
 */
export function readDirect(text: string, traits: Traits): Value | undefined {
  if (text[0] !== '{' && text[0] !== '[') return undefined;
  // Python 3 prints no half of a pair.
  if (!traits.isPython2 && LONE_SURROGATE.test(text)) return undefined;
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

const LONE_SURROGATE = /\p{Cs}/u;
/** In quotes, these need no look at how Python would write them. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;
const NAME = /[^\s"'`()[\]{},=]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?![\w.])/y;
const ANY_FLOAT = /-?(?:\d+\.\d+(?:e[+-]\d+)?|\d+e[+-]\d+|inf)(?![\w.])|nan(?!\w)/y;
const DATE = /datetime\.date\((\d{1,4}), (\d{1,2}), (\d{1,2})\)/y;
const TRUE = build.bool(true);
const FALSE = build.bool(false);
/** Digits of which two decimals never have one float. */
const SAFE_DIGITS = 15;
const AT = 0x40;

class DirectReader extends TextReader {
  readonly #traits: Traits;
  readonly #quote: "'" | "u'";
  readonly #repr: (text: string) => string;
  readonly #container: string;

  constructor(text: string, traits: Traits) {
    super(text);
    this.#traits = traits;
    this.#quote = traits.isPython2 ? "u'" : "'";
    this.#repr = traits.isPython2 ? reprString2 : reprString;
    this.#container = `, ${traits.refs}=`;
  }

  value(depth: number): Value {
    if (depth >= MOST_DEPTH) this.fail('a value nested less deeply');
    switch (this.text[this.offset]) {
      case "'":
      case '"':
      case 'u':
        return { kind: 'string', value: this.#string() };
      case '{':
        return this.#dictionary(depth);
      case '[':
        return this.#list(depth);
      case 'R':
        this.expect('Ref(');
        return this.#traits.refs === 'path' ? this.#path() : this.#ref(depth);
      case 'N':
        this.expect('None');
        return build.nul;
      case 'T':
        this.expect('True');
        return TRUE;
      case 'F':
        if (this.takes('FaunaTime(')) return this.#time();
        this.expect('False');
        return FALSE;
      case 'd':
        return this.#date();
      case 'b':
        return this.#bytes();
      default:
        return this.#number();
    }
  }

  #string(): string {
    const { text, offset: start } = this;
    if (text.startsWith(this.#quote, start)) {
      const first = start + this.#quote.length;
      const end = text.indexOf("'", first);
      const plain = text.slice(first, end);
      if (end !== -1 && PLAIN.test(plain)) {
        this.offset = end + 1;
        return plain;
      }
    }
    if (this.#traits.isPython2) this.expect('u');
    const value = readString(this) ?? this.fail('a string in quotes');
    return this.#repr(value) === text.slice(start, this.offset)
      ? value
      : this.fail('the text as the driver prints it', start);
  }

  #dictionary(depth: number): Value {
    this.offset += 1;
    const entries: Entry[] = [];
    if (!this.takes('}')) {
      do {
        const start = this.offset;
        const key = this.#string();
        // What is tagged may be another value.
        if (key.charCodeAt(0) === AT) this.fail('a key without a tag', start);
        this.expect(': ');
        entries.push([key, this.value(depth + 1)]);
      } while (this.takes(', '));
      this.expect('}');
    }
    if (!hasOwnKeys(entries)) this.fail('keys that occur once');
    return inHashOrder({ kind: 'object', entries }, this.#traits);
  }

  #list(depth: number): Value {
    this.offset += 1;
    const items: Value[] = [];
    if (this.takes(']')) return { kind: 'array', items };
    do items.push(this.value(depth + 1));
    while (this.takes(', '));
    this.expect(']');
    return { kind: 'array', items };
  }

  #path(): Value {
    const path = this.#string();
    this.expect(')');
    return refOfPath(path);
  }

  #ref(depth: number): RefValue {
    if (depth >= MOST_DEPTH) this.fail('a ref nested less deeply');
    const start = this.offset;
    this.expect('id=');
    const id = this.match(NAME)?.[0] ?? '';
    const collection = this.takes(`${this.#container}Ref(`) ? this.#ref(depth + 1) : undefined;
    const database = this.takes(', database=Ref(') ? this.#ref(depth + 1) : undefined;
    this.expect(')');
    const isBare = collection === undefined && database === undefined;
    // The driver's constant is in small letters.
    if (isBare && id !== id.toLowerCase() && this.#traits.natives.has(id.toLowerCase()))
      this.fail('the name of a native collection', start);
    return build.ref(id, collection, database);
  }

  #time(): Value {
    const start = this.offset;
    const text = this.#string();
    this.expect(')');
    return text.includes('+00:00') ? this.fail('a time in Z', start) : { kind: 'ts', text };
  }

  #date(): Value {
    const start = this.offset;
    const [whole = '', year = '', month = '', day = ''] = this.match(DATE) ?? this.fail('a date');
    const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const isSpelled = !/\(0|, 0/.test(whole) && isDay(text, 0);
    return isSpelled ? { kind: 'date', text } : this.fail('a date', start);
  }

  #bytes(): Value {
    this.expect('bytearray(');
    const start = this.offset;
    this.expect('b');
    const value = readBytes(this);
    const isSpelled = reprBytes(value) === this.text.slice(start, this.offset);
    this.expect(')');
    return isSpelled ? build.bytes(value) : this.fail('bytes as the driver prints them', start);
  }

  #number(): Value {
    const start = this.offset;
    const text = this.match(NUMBER)?.[0];
    if (text === undefined) return this.#anyFloat();
    const first = text.startsWith('-') ? 1 : 0;
    const whole = digitsAt(text, first);
    if (first + whole === text.length) {
      // The L of Python 2 is for others to judge.
      if (text === '-0' || (text.length > 18 && this.#traits.isPython2))
        return this.fail('an integer', start);
      return { kind: 'long', value: BigInt(text) };
    }
    const value = Number(text);
    const isSure = text.length <= SAFE_DIGITS && !text.endsWith('0') && Math.abs(value) >= 0.0001;
    return isSure || reprFloat(value) === text ? { kind: 'double', value } : this.fail('a float', start);
  }

  #anyFloat(): Value {
    const start = this.offset;
    const text = this.match(ANY_FLOAT)?.[0] ?? this.fail('a value');
    const value = Number(text.replace('inf', 'Infinity').replace('nan', 'NaN'));
    return reprFloat(value) === text ? { kind: 'double', value } : this.fail('a float', start);
  }
}
