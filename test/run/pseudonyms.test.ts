import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../../src/run/pseudonyms.ts';
import { readJson, type Json } from '../../src/value/index.ts';

const json = (text: string): Json => {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(reading.error.excerpt);
  return reading.json;
};
const SECRET = 'fnEETMA7ijACAARMwDsk0AYAu4E51VmH1w-Xm7qk8T6eJcbinkI';
const token = (id: string, ts: string): Json =>
  json(
    `{"ref":{"@ref":{"id":"${id}","collection":{"@ref":{"id":"tokens"}}}},"ts":${ts},"secret":"${SECRET}"}`,
  );
const TEXT = `{ ref: Ref(Tokens(), "309833836335727104"), ts: 1631739422080000, secret: '${SECRET}' }`;

describe('pseudonyms', () => {
  it('stand for ids, times and secrets, in order of appearance, and are as long', () => {
    const names = new Pseudonyms();
    names.learn(token('309833836335727104', '1631739422080000'));
    const named = names.apply(TEXT);
    expect(named).toBe(
      `{ ref: Ref(Tokens(), "100000000000000001"), ts: 1600000000000001, secret: '${'secret-1-'.padEnd(51, 'x')}' }`,
    );
    expect(named).toHaveLength(TEXT.length);
  });

  it('leave alone what a query itself said', () => {
    const names = new Pseudonyms();
    names.give(json('{"ref":{"collection":"characters"},"id":"181388642114077184"}'));
    names.learn(json('{"@ref":{"id":"181388642114077184","collection":{"@ref":{"id":"characters"}}}}'));
    expect(names.apply('181388642114077184')).toBe('181388642114077184');
  });

  it('cover a secret that only an error text shows', () => {
    const names = new Pseudonyms();
    names.learn(json(`{"errors":[{"description":"No key found for secret ${SECRET}."}]}`));
    expect(names.apply(`x${SECRET}y`)).not.toContain(SECRET);
  });

  it('are the same for two drivers that live through the same scenario', () => {
    const id = fc.bigInt({ min: 10n ** 17n, max: 9n * 10n ** 17n }).map(String);
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 2 }), ([one = '', other = '']) => {
        const said = [one, other].map((real) => {
          const names = new Pseudonyms();
          names.learn(token(real, '1631739422080000'));
          return names.apply(`Ref(Tokens(), "${real}")`);
        });
        expect(said[0]).toBe(said[1]);
      }),
    );
  });

  it('change nothing when applied twice', () => {
    const names = new Pseudonyms();
    names.learn(token('309833836335727104', '1631739422080000'));
    expect(names.apply(names.apply(TEXT))).toBe(names.apply(TEXT));
  });
});
