import bcrypt from 'bcrypt';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHash, Passwords } from '../../../src/backend/store/passwords.ts';

describe('Passwords', () => {
  it('finds a hash to match its own text and no other', async () => {
    const passwords = new Passwords();
    // Without U+0000: bcrypt reads a password in a circle, with a zero behind it, so zeros at its end change nothing.
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(text, text, async (one, other) => {
        const hash = await passwords.hash(one);
        expect(hash).toMatch(/^\$2a\$05\$[./A-Za-z0-9]{53}$/);
        expect(await new Passwords().matches(one, hash)).toBe(true);
        expect(await passwords.matches(other, hash)).toBe(one === other);
      }),
      { numRuns: 20 },
    );
  });

  it('makes what any bcrypt checks', async () => {
    expect(await bcrypt.compare('sekrit', await new Passwords().hash('sekrit'))).toBe(true);
  });

  it('looks at 72 bytes, zeros included (spec 3.2)', async () => {
    const passwords = new Passwords();
    const long = await passwords.hash('L'.repeat(300));
    expect(await passwords.matches('L'.repeat(72), long)).toBe(true);
    expect(await passwords.matches('L'.repeat(71), long)).toBe(false);
    expect(await passwords.matches('a', await passwords.hash('a\0b'))).toBe(false);
    expect(await passwords.matches('', await passwords.hash(''))).toBe(true);
  });

  it('repeats its hashes with a repeatable source', async () => {
    const seeded = (): Passwords => new Passwords((length) => new Uint8Array(length).fill(7));
    expect(await seeded().hash('x')).toBe(await seeded().hash('x'));
  });

  it('remembers what it found out', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('x');
    expect(passwords.known('x', hash)).toBe(true);
    expect(passwords.known('y', hash)).toBeUndefined();
    await passwords.matches('y', hash);
    expect(passwords.known('y', hash)).toBe(false);
  });

  it.each([
    ['$2a$05$abcdefghijklmnopqrstuu8.veTXNDPV2eEsdpKNczMw2otgh5LnK', true],
    ['$2$05$x', true],
    ['no hash', false],
    ['', false],
  ])('takes %s for a hash: %s', (text, yes) => {
    expect(isHash(text)).toBe(yes);
  });
});
