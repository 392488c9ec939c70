import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eraFrom } from '../../src/conform/era.ts';
import { matchText } from '../../src/conform/match-text.ts';
import { Renaming } from '../../src/conform/renaming.ts';
import { findTokens, instantOfNanos, nanosOfInstant, type Token } from '../../src/conform/tokens.ts';
import { shifted } from './recorded-server.ts';

const era = eraFrom('2026-11-22T04:22:35Z');
const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.split('');
const word = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const micros = fc.bigInt({ min: 1_795_321_355_470_000n, max: 1_795_999_999_999_999n });
const id = fc.bigInt({ min: 481_361_925_877_268_992n, max: 481_399_999_999_999_999n });

/** A piece of an answer: a generated value in its place, or words around it. */
const piece = fc.oneof(
  id.map((value) => `{"id":"${value}"}`),
  micros.map((value) => `{"ts":${value}}`),
  micros.map((value) => `{"@ts":"${instantOfNanos(value * 1000n)}"}`),
  word(37).map((rest) => `{"secret":"fnA${rest}"}`),
  word(48).map((rest) => `{"secret":"fnE${rest}"}`),
  word(53).map((rest) => `{"hashed_secret":"$2a$05$${rest}"}`),
  fc.constantFrom('{"data":[]}', '{"n":9007199254740993}', '{"@date":"2026-01-01"}', '"ünï\u2028"', '3.5E10'),
);
const answer = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .chain((pieces) => fc.shuffledSubarray([...pieces, ...pieces], { minLength: 1 }))
  .map((pieces) => `[${pieces.join(',')}]`);
const history = fc.array(answer, { minLength: 1, maxLength: 5 });

function renamed(text: string, rename: (token: Token) => string): string {
  let result = '';
  let end = 0;
  for (const token of findTokens(text, era, [])) {
    result += text.slice(end, token.start) + rename(token);
    end = token.start + token.text.length;
  }
  return result + text.slice(end);
}

describe('matchText', () => {
  test('a consistently renamed history is the same, whatever the renaming', () => {
    fc.assert(
      fc.property(history, fc.bigInt({ min: 0n, max: 10n ** 9n }), (texts, by) => {
        const renaming = new Renaming(era);
        for (const text of texts)
          expect(matchText(text, renamed(text, shifted(by)), renaming)).toBeUndefined();
      }),
    );
  });

  test('what was learned rewrites the recorded text into the other one', () => {
    fc.assert(
      fc.property(history, fc.bigInt({ min: 0n, max: 10n ** 9n }), (texts, by) => {
        const renaming = new Renaming(era);
        for (const text of texts) matchText(text, renamed(text, shifted(by)), renaming);
        for (const text of texts) expect(renaming.rewrite(text)).toBe(renamed(text, shifted(by)));
      }),
    );
  });

  test('one value renamed to two is a difference, and so are two renamed to one', () => {
    fc.assert(
      fc.property(id, id, id, (one, two, three) => {
        fc.pre(one !== two && two !== three && one !== three);
        const split = new Renaming(era);
        expect(matchText(`["${one}","${one}"]`, `["${two}","${three}"]`, split)?.why).toMatch(
          /was .* before/,
        );
        const merged = new Renaming(era);
        expect(matchText(`["${one}","${two}"]`, `["${three}","${three}"]`, merged)?.why).toMatch(
          /stood for .* before/,
        );
      }),
    );
  });

  test('any single changed character outside generated values is found where it is', () => {
    fc.assert(
      fc.property(answer, fc.nat(), (text, seed) => {
        const tokens = findTokens(text, era, []);
        const free = Array.from({ length: text.length }, (_, index) => index).filter(
          (at) => !tokens.some(({ start, text: { length } }) => at >= start && at < start + length),
        );
        const at = free[seed % free.length] ?? 0;
        const changed = `${text.slice(0, at)}~${text.slice(at + 1)}`;
        const difference = matchText(text, changed, new Renaming(era));
        expect(difference).toBeDefined();
        expect(difference?.recordedAt).toBeLessThanOrEqual(at);
      }),
    );
  });

  test('a difference does not stop learning: later requests still say the right ids', () => {
    const renaming = new Renaming(era);
    const recorded = '{"a":1,"id":"481361925877268992","secret":"fnAGriQfCFACAA887w4n0z2kjDdzpptk_VpPGQww"}';
    const got = '{"id":"481361925877260000","a":1,"secret":"fnAGriQfCFACAA887w4n0z2kjDdzpptk_VpPAAAA"}';
    expect(matchText(recorded, got, renaming)?.recordedAt).toBe(2);
    expect(renaming.rewrite('481361925877268992 fnAGriQfCFACAA887w4n0z2kjDdzpptk_VpPGQww')).toBe(
      '481361925877260000 fnAGriQfCFACAA887w4n0z2kjDdzpptk_VpPAAAA',
    );
  });

  test.each([
    ['a time with more digits than Java prints', '{"@ts":"2026-11-22T04:22:35.1Z"}'],
    ['an impossible time', '{"@ts":"2026-02-30T04:22:35Z"}'],
    ['a time as a number', '{"@ts":1795321355470000}'],
    ['no time', '{"@ts":null}'],
    ['something after it', '{"@ts":"2026-11-22T04:22:35Z"} '],
  ])('%s is a difference', (_, got) => {
    expect(matchText('{"@ts":"2026-11-22T04:22:35.100Z"}', got, new Renaming(era))).toBeDefined();
  });

  test('a secret keeps its kind and length, a hash its cost', () => {
    const key = 'fnAGriQfCFACAA887w4n0z2kjDdzpptk_VpPGQww';
    const hash = '$2a$05$6Z5uSRW0ixxC4VITq41GU.d5KphNJzF/LgErCYr7QAPgf/fsZv.Vm';
    expect(matchText(key, key.replace('fnA', 'fnE'), new Renaming(era))).toBeDefined();
    expect(matchText(key, `${key}w`, new Renaming(era))).toBeDefined();
    expect(matchText(key, key.slice(1), new Renaming(era))).toBeDefined();
    expect(matchText(hash, hash.replace('$05$', '$10$'), new Renaming(era))).toBeDefined();
    expect(matchText(hash, hash.replace('6Z', '7Z'), new Renaming(era))).toBeUndefined();
  });

  test('a time is one time in both of its forms', () => {
    const renaming = new Renaming(era);
    const recorded = '{"ts":1795321355470000,"at":{"@ts":"2026-11-22T04:22:35.470Z"}}';
    expect(matchText(recorded, recorded.replace('35.470Z', '35.480Z'), renaming)?.why).toContain('before');
  });
});

describe('findTokens', () => {
  test.each([
    [
      'numbers and literals of other times',
      '[9223372036854775807,1577923200000000,"2020-01-01T00:00:00Z",0.1795321355470000]',
    ],
    ['words that look like a global id', '{"code":"authenticated","name":"ybndrfg8ejkmc"}'],
    ['short secrets', '["fnAbogus","secret"]'],
  ])('%s are constants', (_, text) => {
    expect(findTokens(text, era, [])).toEqual([]);
  });

  test('each kind is found, with its form', () => {
    const text =
      '{"global_id":"y4zne8z41ybyy","ts":1795321355470000,"i":"481361925877268992","at":"2027-01-01T00:00:00Z","db":"d17","r":"Role$@1e0d8d7d"}';
    expect(findTokens(text, era, ['d17']).map(({ kind, form }) => [kind, form])).toEqual([
      ['globalId', undefined],
      ['time', 'micros'],
      ['id', undefined],
      ['time', 'iso'],
      ['name', undefined],
      ['address', undefined],
    ]);
  });

  test('instants survive reading and writing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 4n * 10n ** 18n }), (nanos) => {
        expect(nanosOfInstant(instantOfNanos(nanos))).toBe(nanos);
      }),
    );
  });
});
