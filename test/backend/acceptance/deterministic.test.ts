import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../../../src/backend/index.ts';

/** A short life of a database: every kind of generated value is in the answers. */
async function answers(seed: string): Promise<readonly string[]> {
  let now = Date.UTC(2021, 0, 1);
  await using server = await startEmbedded({ seed, clock: () => (now += 1) });
  const post = async (secret: string, query: unknown): Promise<string> => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4' },
      body: JSON.stringify(query),
    });
    return response.text();
  };
  const texts: string[] = [];
  const root = server.rootSecret;
  texts.push(await post(root, { create_database: { object: { name: 'd' } } }));
  texts.push(await post(root, { create_key: { object: { role: 'server', database: { database: 'd' } } } }));
  const key = /"secret":"([^"]+)"/.exec(texts[1] ?? '')?.[1] ?? '';
  texts.push(await post(key, { create_collection: { object: { name: 'users' } } }));
  const params = { object: { credentials: { object: { password: 'sekrit' } } } };
  texts.push(await post(key, { create: { collection: 'users' }, params }));
  const first = { documents: { collection: 'users' } };
  texts.push(await post(key, { login: first, params: { object: { password: 'sekrit' } } }));
  texts.push(await post(key, [{ now: null }, { new_id: null }, { get: { tokens: null } }]));
  return texts;
}

describe('an embedded database with a seed and a clock', () => {
  it('gives the same answers each time', async () => {
    expect(await answers('one')).toEqual(await answers('one'));
  });

  it('gives other secrets for another seed', async () => {
    const [one, two] = [await answers('one'), await answers('two')];
    expect(one[1]).not.toBe(two[1]);
    expect(one[5]).toContain('$2a$05$');
  });
});
