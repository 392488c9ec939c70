import { findTokens, instantOfNanos, nanosOfInstant, type Token, type TokenKind } from './tokens.ts';
import type { Era } from './recording.ts';

/**
 * The bijection between the generated values of a recorded history and those of its replay. A binding is made when two
 * values first meet and never changes: a value that meets two partners is a difference.
 */
export class Renaming {
  readonly era: Era;
  readonly #names: string[] = [];
  readonly #forward = new Map<string, string>();
  readonly #backward = new Map<string, string>();
  /** Nanoseconds that the replayed clock is ahead of the recorded one, by the last pair of times. */
  #offset: bigint | undefined;

  constructor(era: Era) {
    this.era = era;
  }

  /** The names that `findTokens` looks for. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Declares a database name that was made up for the recording, and the one that stands for it now. */
  rename(recorded: string, got: string): void {
    this.#names.push(recorded);
    this.bind('name', recorded, got);
  }

  /**
   * Binds two values, as written (times in either form). Returns `undefined` if the bijection allows it, else why not.
   */
  bind(kind: TokenKind, recorded: string, got: string): string | undefined {
    if (kind === 'address') return undefined;
    const [left, right] = [canonical(kind, recorded), canonical(kind, got)];
    const bound = this.#forward.get(`${kind} ${left}`);
    const owner = this.#backward.get(`${kind} ${right}`);
    if (bound === undefined && owner === undefined) {
      this.#forward.set(`${kind} ${left}`, right);
      this.#backward.set(`${kind} ${right}`, left);
      if (kind === 'time') this.#offset = BigInt(right) - BigInt(left);
      return undefined;
    }
    if (bound === right && owner === left) return undefined;
    return bound !== undefined
      ? `the recorded ${NOUN[kind]} ${recorded} was ${readable(kind, bound)} before`
      : `the ${NOUN[kind]} ${got} stood for ${readable(kind, owner ?? '')} before`;
  }

  /**
   * A recorded text with every bound value replaced: what to send now. A generated-looking value with no partner is a
   * constant of the recording: it is sent as it is and from now on stands for itself. With `shiftTimes`, unbound times
   * move with the clock instead (a header that says "one second from now").
   */
  rewrite(text: string, options: { readonly shiftTimes?: boolean } = {}): string {
    let result = '';
    let end = 0;
    for (const token of findTokens(text, this.era, this.#names)) {
      result += text.slice(end, token.start) + this.#replacement(token, options.shiftTimes ?? false);
      end = token.start + token.text.length;
    }
    return result + text.slice(end);
  }

  #replacement(token: Token, shiftTimes: boolean): string {
    const key = canonical(token.kind, token.text);
    const bound = this.#forward.get(`${token.kind} ${key}`);
    if (bound !== undefined) return written(token, bound);
    if (token.kind === 'time' && shiftTimes && this.#offset !== undefined)
      return written(token, (BigInt(key) + this.#offset).toString());
    this.bind(token.kind, token.text, token.text);
    return token.text;
  }
}

const NOUN: Readonly<Record<TokenKind, string>> = {
  name: 'database name',
  secret: 'secret',
  hash: 'hash',
  id: 'id',
  time: 'time',
  globalId: 'global id',
  address: 'address',
};

/** The value without its form: a time is its nanoseconds, whether written as microseconds or as an instant. */
function canonical(kind: TokenKind, text: string): string {
  if (kind !== 'time') return text;
  return (nanosOfInstant(text) ?? BigInt(text) * 1000n).toString();
}

function written(token: Token, key: string): string {
  if (token.kind !== 'time') return key;
  return token.form === 'iso' ? instantOfNanos(BigInt(key)) : (BigInt(key) / 1000n).toString();
}

function readable(kind: TokenKind, key: string): string {
  return kind === 'time' ? instantOfNanos(BigInt(key)) : key;
}
