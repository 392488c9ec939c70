import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchedKeys } from '../../../../src/backend/auth/jwt/key-source.ts';
import { Issuer } from './issuer.ts';

const { key } = new Issuer();

describe('keys that are fetched', () => {
  let server: Server;
  let uri: string;
  let answers: (readonly [status: number, body: string])[];
  let requests: number;
  let clock: number;

  beforeEach(async () => {
    [answers, requests, clock] = [[], 0, 0];
    server = createServer((_, response) => {
      requests += 1;
      const [status, body] = answers.shift() ?? [200, JSON.stringify({ keys: [key] })];
      response.writeHead(status, { connection: 'close' }).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    uri = `http://127.0.0.1:${String(address.port)}/jwks.json`;
  });
  afterEach(() => server.close());

  it('are what the provider publishes, asked for once in five minutes', async () => {
    const keys = fetchedKeys(() => clock);
    expect(await Promise.all([keys(uri), keys(uri)])).toEqual([[key], [key]]);
    clock = 299_999;
    await keys(uri);
    expect(requests).toBe(1);
    clock = 300_000;
    await keys(uri);
    expect(requests).toBe(2);
  });

  it.each([
    [503, 'x', 'it answers 503'],
    [200, '{"keys":[{}]}', 'what it answers is no JSON Web Key Set'],
    [200, '[]', 'what it answers is no JSON Web Key Set'],
    [200, '<html>', 'is not valid JSON'],
  ])('that are none (%i %s) are a failure that is not kept', async (status, body, message) => {
    answers.push([status, body]);
    const keys = fetchedKeys(() => clock);
    await expect(keys(uri)).rejects.toThrow(message);
    expect(await keys(uri)).toEqual([key]);
  });
});
