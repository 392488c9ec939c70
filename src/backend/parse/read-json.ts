import { Obj, type Entry } from '../data/obj.ts';
import type { Data } from '../data/data.ts';

/** Levels of arrays and objects that a body may nest. */
const NESTING_LIMIT = 1000;
/** From this many keys on, comparing a new key with each of them costs more than a set. */
const SET_FROM = 12;
const LARGEST = 2n ** 63n - 1n;

export type JsonProblem = 'not JSON' | 'nested too deeply';

/** Thrown for a text that is no JSON, as the database reads it. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Reads a request body by the database's own rules (spec 1.7): integers are exact and must fit 64 bits, numbers with a
 * fraction or exponent are doubles (infinite if need be), the first of two equal keys wins, a lone surrogate becomes `?`,
 * and after a scalar anything may follow that can be cut into JSON tokens. Own code, because no library reads these rules
 * and this is on the path of every request.
 */
export function readJson(text: string): Data {
  return new Reader(text).document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORD = /[a-z]+/y;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f]/;
const ESCAPE = /\\(?:u([\da-fA-F]{4})|(.))/gs;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SURROGATE = /[\ud800-\udfff]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Data {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    this.#space();
    const value = this.#value(0);
    this.#space();
    const isScalar = !(value instanceof Obj) && !Array.isArray(value);
    while (this.#at < this.#text.length) {
      if (!isScalar) throw new JsonError('not JSON');
      this.#token();
      this.#space();
    }
    return value;
  }

  #value(depth: number): Data {
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x7b: // {
        return this.#object(depth + 1);
      case 0x5b: // [
        return this.#array(depth + 1);
      case 0x22: // "
        return this.#string();
      default:
        return this.#atom();
    }
  }

  #object(depth: number): Obj {
    if (depth > NESTING_LIMIT) throw new JsonError('nested too deeply');
    this.#at += 1;
    const entries: Entry[] = [];
    let keys: Set<string> | undefined;
    this.#space();
    if (this.#take(0x7d)) return new Obj(entries);
    for (;;) {
      if (this.#text.charCodeAt(this.#at) !== 0x22) throw new JsonError('not JSON');
      const key = this.#string();
      this.#space();
      if (!this.#take(0x3a)) throw new JsonError('not JSON');
      this.#space();
      const value = this.#value(depth);
      if (entries.length >= SET_FROM) keys ??= new Set(entries.map(([name]) => name));
      if (!(keys?.has(key) ?? entries.some(([name]) => name === key))) entries.push([key, value]);
      keys?.add(key);
      this.#space();
      if (this.#take(0x7d)) return new Obj(entries);
      if (!this.#take(0x2c)) throw new JsonError('not JSON');
      this.#space();
    }
  }

  #array(depth: number): readonly Data[] {
    if (depth > NESTING_LIMIT) throw new JsonError('nested too deeply');
    this.#at += 1;
    const items: Data[] = [];
    this.#space();
    if (this.#take(0x5d)) return items;
    for (;;) {
      items.push(this.#value(depth));
      this.#space();
      if (this.#take(0x5d)) return items;
      if (!this.#take(0x2c)) throw new JsonError('not JSON');
      this.#space();
    }
  }

  #string(): string {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    let escaped = false;
    while (end !== -1 && this.#isEscaped(start, end)) {
      escaped = true;
      end = this.#text.indexOf('"', end + 1);
    }
    if (end === -1) throw new JsonError('not JSON');
    this.#at = end + 1;
    const raw = this.#text.slice(start, end);
    if (CONTROL.test(raw)) throw new JsonError('not JSON');
    const value = escaped || raw.includes('\\') ? raw.replaceAll(ESCAPE, unescape) : raw;
    return SURROGATE.test(value) ? value.replaceAll(LONE_SURROGATE, '?') : value;
  }

  /** Whether the quote at `at` has an odd number of backslashes before it. */
  #isEscaped(start: number, at: number): boolean {
    let first = at;
    while (first > start && this.#text.charCodeAt(first - 1) === 0x5c) first -= 1;
    return (at - first) % 2 === 1;
  }

  #atom(): Data {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0];
    if (word === undefined) return this.#number();
    this.#at += word.length;
    if (word === 'null') return null;
    if (word === 'true') return true;
    if (word === 'false') return false;
    throw new JsonError('not JSON');
  }

  #number(): bigint | number {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (match === null) throw new JsonError('not JSON');
    const [digits, fraction, exponent] = match;
    this.#at += digits.length;
    if (/[\w.+-]/.test(this.#text.charAt(this.#at))) throw new JsonError('not JSON');
    if (fraction !== undefined || exponent !== undefined) return Number(digits);
    const integer = BigInt(digits);
    if (integer > LARGEST || integer < -LARGEST - 1n) throw new JsonError('not JSON');
    return integer;
  }

  #token(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 0x22) this.#string();
    else if ('{}[],:'.includes(this.#text.charAt(this.#at))) this.#at += 1;
    else this.#atom();
  }

  #take(code: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }
}

function unescape(_escape: string, hex: string | undefined, letter: string | undefined): string {
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  const character = ESCAPES[letter ?? ''];
  if (character === undefined) throw new JsonError('not JSON');
  return character;
}
