import type { Era } from './recording.ts';

/** The kinds of generated values; each has its own bijection in a `Renaming`. */
export type TokenKind = 'name' | 'secret' | 'hash' | 'id' | 'time' | 'globalId' | 'address';

/** A generated value in a recorded text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly text: string;
  /** How a time is written; the form is kept by a renaming, only the instant changes. */
  readonly form: 'micros' | 'iso' | undefined;
}

/** Finds the generated values of a recorded text, in order. `names` are database names that were made up on the spot. */
export function findTokens(text: string, era: Era, names: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern(names))) {
    const token = tokenOf(match, era);
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

/** Microseconds since 1970 of an id: the database's ids carry milliseconds since its own epoch above 20 other bits. */
export function microsOfId(id: bigint): bigint {
  return ((id >> 20n) + ID_EPOCH_MS) * 1000n;
}

/** 2012-05-05T22:07:30.215Z: an id made at time t is `t - ID_EPOCH_MS` shifted left by 20 bits (seen in recordings). */
const ID_EPOCH_MS = 1_336_258_850_215n;

/** bcrypt in modular crypt form. */
export const HASH = /\$2[aby]\$\d\d\$[./A-Za-z\d]{53}/;
/** `fnA…` of keys (40 characters), `fnE…` of tokens (51). */
export const SECRET = /fn[A-Z](?:[\w-]{48}|[\w-]{37})(?![\w-])/;
/** An instant as the database writes it. */
export const INSTANT = /[+-]?\d{4,10}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z/;
/** The object address that Java prints after a `$` of a class name. */
export const ADDRESS = /(?<=\$)@[\da-f]{6,8}/;
/** Thirteen letters of z-base-32 where a global id stands. */
export const GLOBAL_ID = /(?<="global_id": ?"|\/db\/)[ybndrfg8ejkmcpqxot1uwisza345h769]{13}/;
const DIGITS = /(?<![\d.\w-])\d{16,19}(?![\d.eE\w-])/;

function pattern(names: readonly string[]): RegExp {
  const alternatives = [
    `(?<hash>${HASH.source})`,
    `(?<secret>(?<![\\w-])${SECRET.source})`,
    `(?<address>${ADDRESS.source})`,
    `(?<globalId>${GLOBAL_ID.source})`,
    `(?<iso>${INSTANT.source})`,
    `(?<digits>${DIGITS.source})`,
  ];
  if (names.length > 0) alternatives.unshift(`(?<name>\\b(?:${names.join('|')})\\b)`);
  return new RegExp(alternatives.join('|'), 'g');
}

function tokenOf(match: RegExpExecArray, era: Era): Token | undefined {
  const [text] = match;
  const token = (kind: TokenKind, form?: 'micros' | 'iso'): Token => ({
    kind,
    start: match.index,
    text,
    form,
  });
  const groups = match.groups ?? {};
  if (groups.name !== undefined) return token('name');
  if (groups.hash !== undefined) return token('hash');
  if (groups.secret !== undefined) return token('secret');
  if (groups.address !== undefined) return token('address');
  if (groups.globalId !== undefined) return token('globalId');
  if (groups.iso !== undefined) {
    const nanos = nanosOfInstant(text);
    return nanos !== undefined && within(nanos / 1000n, era) ? token('time', 'iso') : undefined;
  }
  const number = BigInt(text);
  if (text.length === 16) return within(number, era) ? token('time', 'micros') : undefined;
  return within(microsOfId(number), era) ? token('id') : undefined;
}

function within(micros: bigint, era: Era): boolean {
  return micros >= era.from && micros < era.to;
}

/** Nanoseconds since 1970 of an instant with a four-digit year; `undefined` for other years and impossible dates. */
export function nanosOfInstant(text: string): bigint | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  const millis = parts?.[1] === undefined ? Number.NaN : Date.parse(`${parts[1]}Z`);
  if (Number.isNaN(millis)) return undefined;
  return BigInt(millis) * 1_000_000n + BigInt((parts?.[2] ?? '').padEnd(9, '0'));
}

/** Writes an instant as Java does: no fraction, or 3, 6 or 9 digits of it. */
export function instantOfNanos(nanos: bigint): string {
  const seconds = nanos / 1_000_000_000n;
  const fraction = (nanos % 1_000_000_000n)
    .toString()
    .padStart(9, '0')
    .replace(/(?:000)+$/, '');
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return fraction === '' ? `${whole}Z` : `${whole}.${fraction}Z`;
}
