import { JsonNumber, JsonObject, type Json } from './json.ts';

/** Levels that are read: what nests deeper is for a reader that counts on no stack. */
const MOST_LEVELS = 400;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const FIRST_PRINTABLE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Reads strict JSON in one pass, without loss; `undefined`: it is none, or nests too deeply to be read so. */
export function readJsonDirectly(text: string): Json | undefined {
  return new Reader(text).document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Json | undefined {
    this.#space();
    const json = this.#value(0);
    this.#space();
    return this.#at === this.#text.length ? json : undefined;
  }

  #value(level: number): Json | undefined {
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN_BRACE:
        return level < MOST_LEVELS ? this.#object(level + 1) : undefined;
      case OPEN_BRACKET:
        return level < MOST_LEVELS ? this.#array(level + 1) : undefined;
      case QUOTE:
        return this.#string();
      case 0x6e: // n
        return this.#takesWord('null') ? null : undefined;
      case 0x74: // t
        return this.#takesWord('true') ? true : undefined;
      case 0x66: // f
        return this.#takesWord('false') ? false : undefined;
      default:
        return this.#number();
    }
  }

  #object(level: number): JsonObject | undefined {
    const members: [string, Json][] = [];
    this.#at += 1;
    this.#space();
    if (this.#takes(CLOSE_BRACE)) return new JsonObject(members);
    do {
      this.#space();
      const key = this.#string();
      if (key === undefined) return undefined;
      this.#space();
      if (!this.#takes(COLON)) return undefined;
      this.#space();
      const value = this.#value(level);
      if (value === undefined) return undefined;
      members.push([key, value]);
      this.#space();
    } while (this.#takes(COMMA));
    return this.#takes(CLOSE_BRACE) ? new JsonObject(members) : undefined;
  }

  #array(level: number): Json | undefined {
    const items: Json[] = [];
    this.#at += 1;
    this.#space();
    if (this.#takes(CLOSE_BRACKET)) return items;
    do {
      this.#space();
      const item = this.#value(level);
      if (item === undefined) return undefined;
      items.push(item);
      this.#space();
    } while (this.#takes(COMMA));
    return this.#takes(CLOSE_BRACKET) ? items : undefined;
  }

  #string(): string | undefined {
    if (!this.#takes(QUOTE)) return undefined;
    const start = this.#at;
    for (let at = start; ; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return this.#text.slice(start, at);
      }
      if (code === BACKSLASH) return this.#escaped(start, at);
      // Not greater at the end of the text either, where there is no code.
      if (!(code >= FIRST_PRINTABLE)) return undefined;
    }
  }

  /** A string that has an escape at `first`. */
  #escaped(start: number, first: number): string | undefined {
    let end = first;
    for (let code = BACKSLASH; code !== QUOTE; code = this.#text.charCodeAt(end)) {
      if (end >= this.#text.length) return undefined;
      end += code === BACKSLASH ? 2 : 1;
    }
    this.#at = end + 1;
    try {
      const value: unknown = JSON.parse(this.#text.slice(start - 1, end + 1));
      return typeof value === 'string' ? value : undefined;
    } catch {
      return undefined;
    }
  }

  #number(): JsonNumber | undefined {
    NUMBER.lastIndex = this.#at;
    if (!NUMBER.test(this.#text)) return undefined;
    const text = this.#text.slice(this.#at, NUMBER.lastIndex);
    this.#at = NUMBER.lastIndex;
    return new JsonNumber(text);
  }

  #takesWord(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #takes(code: number): boolean {
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
