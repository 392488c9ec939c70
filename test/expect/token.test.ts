import { describe, expect, test } from 'vitest';
import { idTime } from '../../src/expect/id-time.ts';
import { scopeFinding, tokenFindings } from '../../src/expect/token.ts';
import { formatOf } from '../../src/format/index.ts';
import { build, type Value } from '../../src/value/index.ts';
import { SAMPLES, sampleText } from '../format/samples.ts';

const SECRET = 'fnEETMA7ijACAARMwDsk0AYAu4E51VmH1w-Xm7qk8T6eJcbinkI';
const KEY_SECRET = 'fnAD-cAosAAAAAABAgMEBQYHCAkKCwwNDg8QERIT';
const ID = '309833836335727104';
const TOKEN: Readonly<Record<string, Value>> = {
  ref: build.ref(ID, build.ref('tokens')),
  ts: build.long(1631739422080000n),
  instance: build.ref('1', build.ref('characters', build.ref('collections'))),
  secret: build.str(SECRET),
};

describe('tokenFindings', () => {
  test('finds nothing wrong with a token', () => {
    expect(tokenFindings(build.obj(TOKEN))).toStrictEqual([]);
  });

  test.each<[string, Readonly<Record<string, Value>>, string, string]>([
    ['no ref', { ref: build.nul }, 'token: no ref', 'It has no ref.'],
    [
      'a ref of a key',
      { ref: build.ref(ID, build.ref('keys')) },
      'token: ref of something else',
      `Its ref is ref keys/${ID}.`,
    ],
    ['a native ref', { ref: build.ref(ID) }, 'token: ref of something else', `Its ref is ref ${ID}.`],
    ['no instance', { instance: build.str('1') }, 'token: no instance', 'It does not say whose it is.'],
    ['no secret', { secret: build.nul }, 'token: no secret', 'It has no secret.'],
    [
      'a secret with one character less',
      { secret: build.str(SECRET.slice(0, -1)) },
      'token: malformed secret',
      'The secret is not the shortest Base64 of its bytes.',
    ],
    [
      'the secret of a key',
      { secret: build.str(KEY_SECRET) },
      'token: secret of a key',
      'The secret is that of key 286471332298752000.',
    ],
    [
      'the secret of another token',
      { ref: build.ref('309833836335727105', build.ref('tokens')) },
      'token: secret of another token',
      `The ref has the id 309833836335727105, the secret ${ID}; ts agrees with the secret.`,
    ],
    [
      'a ts of a minute later',
      { ts: build.long(1631739482080000n) },
      'token: ts of another time',
      'ts is 60013 ms after the id of the secret was made.',
    ],
  ])('finds %s', (_what, change, shape, detail) => {
    expect(tokenFindings(build.obj({ ...TOKEN, ...change }))).toStrictEqual([
      { move: 'backend', shape, detail },
    ]);
  });

  test('finds that something is no object', () => {
    expect(tokenFindings(build.arr([]), { move: 'decoder' })).toStrictEqual([
      { move: 'decoder', shape: 'token: no object', detail: 'It is [].' },
    ]);
  });

  test('never quotes a secret', () => {
    const token = build.obj({ ...TOKEN, secret: build.str(`${SECRET}AAAA`) });
    expect(JSON.stringify(tokenFindings(token))).not.toContain(SECRET.slice(3));
  });

  test('does not hold a later ts against a token that was changed since', () => {
    const later = build.obj({ ...TOKEN, ts: build.long(1700000000000000n) });
    expect(tokenFindings(later, { isNew: false })).toStrictEqual([]);
  });

  test('judges nothing that is not said', () => {
    const silent = build.obj(
      Object.fromEntries(Object.keys(TOKEN).map((key) => [key, build.unsaid('lost')])),
    );
    expect(tokenFindings(silent)).toStrictEqual([]);
    expect(tokenFindings(build.unsaid('lost'))).toStrictEqual([]);
  });
});

describe('the tokens on the documentation pages', () => {
  test.each(SAMPLES.slice(0, -1))('keep the invariants: $page, $tab tab, token $id', (sample) => {
    const reading = formatOf(sample.format)?.parse(sampleText(sample));
    expect(reading?.ok && tokenFindings(reading.readings[0])).toStrictEqual([]);
  });

  test('carry one scope a database: the six blocks of each example are six databases', () => {
    const pairs = [0, 1, 2, 3, 4, 5].map((index) =>
      [index, index + 6].map((at) => secretOf(SAMPLES[at] ? sampleText(SAMPLES[at]) : '')),
    );
    expect(pairs.map((pair) => scopeFinding(pair))).toStrictEqual(pairs.map(() => undefined));
    expect(scopeFinding(pairs.flat())?.shape).toBe('token: scope of another database');
  });

  // spec/formats 16.2: the writer of the page kept an older ref id when pasting a newer result.
  test('include one that mixes two tokens: the JavaScript tab of 2018', () => {
    const sample = SAMPLES.at(-1) ?? fail();
    const reading = formatOf(sample.format)?.parse(sampleText(sample));
    const token = reading?.ok === true ? reading.readings[0] : fail();
    expect(tokenFindings(token).map(({ shape, detail }) => `${shape}. ${detail}`)).toStrictEqual([
      'token: secret of another token. The ref has the id 181388643175236096, the secret 200299703720477185; ts agrees with the secret.',
    ]);
  });

  test('say when they were made', () => {
    expect(new Date(Number(idTime(200299703720477185n))).toISOString()).toBe('2018-05-25T20:18:53.022Z');
    expect(new Date(Number(idTime(286471330201600000n))).toISOString()).toBe('2021-01-01T00:00:00.000Z');
  });
});

function secretOf(text: string): string {
  return /fnE[\w-]{48}/.exec(text)?.[0] ?? '';
}

function fail(): never {
  throw new Error('the table of samples is empty');
}
