import bcrypt from 'bcrypt';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type Database } from '../ask.ts';
import { LateHashes } from '../../../src/backend/auth/late-hashes.ts';
import { Passwords } from '../../../src/backend/store/passwords.ts';
import { seededBytes } from '../../../src/backend/auth/secrets.ts';

describe('the hash of a token’s secret', () => {
  let database: Database;
  beforeEach(async () => {
    database = emptyDatabase();
    await ask('{"create_collection":{"object":{"name":"c"}}}');
    await ask(
      '{"create":{"ref":{"collection":"c"},"id":"1"},"params":{"object":{"credentials":{"object":{"password":"p"}}}}}',
    );
  });

  async function ask(
    query: string,
    credential = 'secret',
  ): Promise<{ status: number; resource: Record<string, unknown> }> {
    const { status, body } = await database.ask(query, { credential });
    return { status, resource: JSON.parse(body).resource };
  }
  const logIn = async (): Promise<{ secret: string; ref: string }> => {
    const { resource } = await ask(
      '{"login":{"ref":{"collection":"c"},"id":"1"},"params":{"object":{"password":"p"}}}',
    );
    return { secret: String(resource['secret']), ref: JSON.stringify(resource['ref']) };
  };
  const hashOf = async (ref: string): Promise<string> =>
    String((await ask(`{"get":${ref}}`)).resource['hashed_secret']);
  const hashed = (secret: string): string =>
    Buffer.from(secret, 'base64url').subarray(-20).toString('base64url');

  it('is a bcrypt hash of cost 5 of the secret’s random part, the same whenever it is read', async () => {
    const { secret, ref } = await logIn();
    const hash = await hashOf(ref);
    expect(hash).toMatch(/^\$2a\$05\$/);
    expect(await bcrypt.compare(hashed(secret), hash)).toBe(true);
    expect(await hashOf(ref)).toBe(hash);
    expect((await ask(`{"delete":${ref}}`)).resource['hashed_secret']).toBe(hash);
  });

  it('need not have been read for the secret to work, and does not end it when it is', async () => {
    const { secret, ref } = await logIn();
    const wrong = `${secret.slice(0, -4)}AAAA`;
    expect((await ask('{"current_identity":null}', secret)).status).toBe(200);
    expect((await ask('1', wrong)).status).toBe(401);
    await hashOf(ref);
    expect((await ask('{"current_identity":null}', secret)).status).toBe(200);
    expect((await ask('1', wrong)).status).toBe(401);
  });

  it('is kept by an update and found by the secret', async () => {
    const { secret, ref } = await logIn();
    await ask(`{"update":${ref},"params":{"object":{"data":{"object":{"a":1}}}}}`);
    const { resource } = await ask(`{"key_from_secret":"${secret}"}`);
    expect(resource['data']).toEqual({ a: 1 });
    expect(resource['hashed_secret']).toBe(await hashOf(ref));
    expect((await ask('1', secret)).status).toBe(200);
  });

  it('can be seen by the query that makes the token', async () => {
    const made =
      '{"let":{"t":{"login":{"ref":{"collection":"c"},"id":"1"},"params":{"object":{"password":"p"}}}},"in":[{"select":"secret","from":{"var":"t"}},{"select":"hashed_secret","from":{"get":{"select":"ref","from":{"var":"t"}}}}]}';
    const [secret, hash] = Object.values((await ask(made)).resource).map(String);
    expect(await bcrypt.compare(hashed(secret ?? ''), hash ?? '')).toBe(true);
  });

  it('is not made of a text that somebody chose to look like the name of one', async () => {
    const late = new LateHashes(new Passwords(), seededBytes('a'));
    const name = late.add('text');
    expect([late.has(name), late.has('$late$nobody'), late.hashOf('$late$nobody')]).toEqual([
      true,
      false,
      '$late$nobody',
    ]);
    await late.make(name);
    expect([late.matches('text', name), late.hashOf(name)]).toEqual([
      undefined,
      expect.stringMatching(/^\$2a\$05\$/),
    ]);
    late.forget(name);
    expect(late.has(name)).toBe(false);
  });
});
