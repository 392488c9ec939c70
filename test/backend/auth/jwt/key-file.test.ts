import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyFileError, keysFromFile } from '../../../../src/backend/auth/jwt/key-file.ts';
import { serve } from '../../../../src/backend/serve/serve.ts';
import { Issuer } from './issuer.ts';

const JWKS_URI = 'https://idp.example/jwks.json';
const issuer = new Issuer();

describe('a file of public keys', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
    path = join(folder, 'keys.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('answers for the providers it names; others are asked', async () => {
    await writeFile(path, JSON.stringify({ [JWKS_URI]: { keys: [issuer.key] } }));
    const keys = await keysFromFile(path, (uri) => Promise.reject(new Error(`asked ${uri}`)));
    expect(await keys(JWKS_URI)).toEqual([issuer.key]);
    await expect(keys('https://other.example/jwks')).rejects.toThrow('asked https://other.example/jwks');
  });

  it.each([
    ['', 'is not JSON'],
    ['[]', 'is not as it should be'],
    ['{"https://idp.example/jwks.json":[]}', 'is not as it should be'],
    ['{"idp":{"keys":[]}}', 'is not as it should be'],
  ])('that holds %j is one clear error', async (text, problem) => {
    await writeFile(path, text);
    const failure = await keysFromFile(path).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(KeyFileError);
    expect(String(failure)).toContain(`${path} ${problem}`);
  });

  it('that is not there is one clear error', async () => {
    await expect(keysFromFile(path)).rejects.toThrow(`${path} cannot be read`);
  });

  it('makes the stand-alone database take a token that the provider signed, and no other', async () => {
    await writeFile(path, JSON.stringify({ [JWKS_URI]: { keys: [issuer.key] } }));
    const stop = new AbortController();
    let served: Promise<void> = Promise.resolve();
    const url = await new Promise<string>((print) => {
      served = serve({ port: 0, jwks: path, stop: stop.signal, print });
    });
    const ask = async (secret: string, query: unknown): Promise<unknown> => {
      const headers = { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(query) });
      return response.json();
    };
    try {
      const params = { name: 'idp', issuer: 'https://idp.example/', jwks_uri: JWKS_URI };
      await ask('secret', { create_collection: { object: { name: 'posts' } } });
      const privileges = {
        object: { resource: { collection: 'posts' }, actions: { object: { read: true } } },
      };
      await ask('secret', { create_role: { object: { name: 'r', privileges } } });
      const provider = { ...params, roles: [{ role: 'r' }] };
      const made = { create_access_provider: { object: provider } };
      const audience = await ask('secret', { select: 'audience', from: made });
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: params.issuer, aud: resourceOf(audience), sub: 'ann', iat: now, exp: now + 60 };
      expect(await ask(issuer.issue(claims), 1)).toEqual({ resource: 1 });
      expect(await ask(new Issuer('ES512').issue(claims), 1)).toMatchObject({
        errors: [{ code: 'unauthorized' }],
      });
    } finally {
      stop.abort();
      await served;
    }
  });
});

function resourceOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('resource' in answer))
    throw new Error(JSON.stringify(answer));
  return answer.resource;
}
