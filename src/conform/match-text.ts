import type { Renaming } from './renaming.ts';
import {
  ADDRESS,
  findTokens,
  GLOBAL_ID,
  HASH,
  INSTANT,
  instantOfNanos,
  nanosOfInstant,
  type Token,
} from './tokens.ts';

/** The first place where a text is not the recorded one under the renaming. */
export interface TextDifference {
  /** Offsets (UTF-16 units) of that place in each text. */
  readonly recordedAt: number;
  readonly gotAt: number;
  /** Set when the characters could be right but the renaming is not one. */
  readonly why: string | undefined;
}

/**
 * Compares a text with the recorded one: equal outside generated values, and those paired by the renaming, which learns
 * new pairs on the way. After a difference it still learns from the rest where the same kinds follow in the same order,
 * so that one wrong answer does not make every later request of the history meaningless.
 */
export function matchText(recorded: string, got: string, renaming: Renaming): TextDifference | undefined {
  const tokens = findTokens(recorded, renaming.era, renaming.names);
  let recordedAt = 0;
  let gotAt = 0;
  for (const [index, token] of tokens.entries()) {
    const literal = recorded.slice(recordedAt, token.start);
    const same = commonLength(literal, got, gotAt);
    const partner = same === literal.length ? partnerOf(token, got, gotAt + same, renaming) : undefined;
    if (partner === undefined || partner.why !== undefined) {
      learnFromRest(tokens.slice(index), got.slice(gotAt), renaming);
      return { recordedAt: recordedAt + same, gotAt: gotAt + same, why: partner?.why };
    }
    recordedAt = token.start + token.text.length;
    gotAt += same + partner.text.length;
  }
  const rest = recorded.slice(recordedAt);
  const same = commonLength(rest, got, gotAt);
  if (same === rest.length && gotAt + same === got.length) return undefined;
  return { recordedAt: recordedAt + same, gotAt: gotAt + same, why: undefined };
}

function commonLength(literal: string, text: string, from: number): number {
  if (text.startsWith(literal, from)) return literal.length;
  let length = 0;
  while (length < literal.length && literal[length] === text[from + length]) length += 1;
  return length;
}

function partnerOf(
  token: Token,
  got: string,
  at: number,
  renaming: Renaming,
): { readonly text: string; readonly why: string | undefined } | undefined {
  const text = valueAt(token, got, at, renaming);
  return text === undefined ? undefined : { text, why: renaming.bind(token.kind, token.text, text) };
}

/** The value of the token's kind and form that starts at an offset, if there is one. */
function valueAt(token: Token, got: string, at: number, renaming: Renaming): string | undefined {
  switch (token.kind) {
    case 'name': {
      const name = renaming.rewrite(token.text);
      return got.startsWith(name, at) ? name : undefined;
    }
    case 'secret': {
      // What kind of secret it is shows in the first three characters and in the length.
      const text = got.slice(at, at + token.text.length);
      const alike = text.slice(0, 3) === token.text.slice(0, 3) && /^[\w-]+$/.test(text);
      return alike && text.length === token.text.length && !/[\w-]/.test(got[at + text.length] ?? '')
        ? text
        : undefined;
    }
    case 'hash': {
      const text = sticky(HASH, got, at);
      return text?.slice(0, 7) === token.text.slice(0, 7) ? text : undefined;
    }
    case 'id':
      return sticky(/\d{15,19}(?!\d)/, got, at);
    case 'globalId':
      return sticky(GLOBAL_ID, got, at);
    case 'address':
      return sticky(ADDRESS, got, at);
    case 'time': {
      if (token.form === 'micros') return sticky(/\d{16}(?!\d)/, got, at);
      const text = sticky(INSTANT, got, at);
      const nanos = text === undefined ? undefined : nanosOfInstant(text);
      return nanos !== undefined && instantOfNanos(nanos) === text ? text : undefined;
    }
  }
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  const anchored = new RegExp(pattern.source, 'y');
  anchored.lastIndex = at;
  return anchored.exec(text)?.[0];
}

function learnFromRest(recorded: readonly Token[], rest: string, renaming: Renaming): void {
  const got = findTokens(rest, ANY_ERA, []).filter((token) => token.kind !== 'address');
  const wanted = recorded.filter((token) => token.kind !== 'address' && token.kind !== 'name');
  const aligned =
    wanted.length === got.length && wanted.every((token, index) => token.kind === got[index]?.kind);
  if (!aligned) return;
  for (const [index, token] of wanted.entries())
    renaming.bind(token.kind, token.text, got[index]?.text ?? '');
}

/** 2001 to 2286: every instant whose microseconds have sixteen digits. */
const ANY_ERA = { from: 10n ** 15n, to: 10n ** 16n };
