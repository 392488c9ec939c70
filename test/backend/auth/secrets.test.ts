import { describe, expect, it } from 'vitest';
import { checkHash } from '../../../src/backend/auth/check-hash.ts';
import { Secrets, seededBytes } from '../../../src/backend/auth/secrets.ts';
import { Crash } from '../../../src/backend/eval/crash.ts';
import { Suspension, Tape } from '../../../src/backend/query/tape.ts';

describe('Secrets', () => {
  it('makes secrets that differ, each with its hash', async () => {
    const secrets = new Secrets();
    const made = await Promise.all(Array.from({ length: 30 }, () => secrets.next()));
    expect(new Set(made.map(({ hash }) => hash)).size).toBe(30);
    for (const { random, hash } of made) {
      expect(random.length).toBe(20);
      expect(await secrets.passwords.matches(Buffer.from(random).toString('base64url'), hash)).toBe(true);
    }
  });

  it('repeats them with one seed, and not with another', async () => {
    const three = async (seed: string): Promise<unknown> => {
      const secrets = new Secrets(seededBytes(seed));
      return [await secrets.next(), await secrets.next(), await secrets.next()];
    };
    expect(await three('a')).toEqual(await three('a'));
    expect(await three('a')).not.toEqual(await three('b'));
  });
});

describe('checkHash', () => {
  it('suspends until the answer is known, then gives it at once', async () => {
    const secrets = new Secrets();
    const hash = await new Secrets().passwords.hash('x');
    const around = { secrets, tape: new Tape() };
    let suspension: unknown;
    try {
      checkHash('x', hash, around);
    } catch (error) {
      suspension = error;
    }
    expect(suspension).toBeInstanceOf(Suspension);
    if (suspension instanceof Suspension) await suspension.work();
    expect(checkHash('x', hash, around)).toBe(true);
    expect(checkHash('x', hash, { secrets, tape: new Tape() })).toBe(true);
  });

  it('fails as the core does on a text that is no hash', () => {
    expect(() => checkHash('x', 'abc', { secrets: new Secrets(), tape: new Tape() })).toThrow(Crash);
  });
});
