import { once } from 'node:events';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { serve } from '../../../src/backend/serve/serve.ts';

async function ask(url: string, secret: string): Promise<string> {
  const headers = { authorization: `Bearer ${secret}`, 'x-faunadb-api-version': '4' };
  const response = await fetch(url, { method: 'POST', headers, body: '{"add":[1,2]}' });
  return response.text();
}

/** Serves until `use` is done with it. */
async function serving(
  options: Parameters<typeof serve>[0],
  use: (url: string) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  let printed: (line: string) => void = () => undefined;
  const endpoint = new Promise<string>((resolve) => (printed = resolve));
  const served = serve({ port: 0, ...options, stop: stop.signal, print: printed });
  try {
    await use(await endpoint);
  } finally {
    stop.abort();
    await served;
  }
}

describe('serve', () => {
  test('prints its endpoint, answers there under its secret, and leaves the port free', async () => {
    let url = '';
    await serving({ secret: 'other' }, async (endpoint) => {
      url = endpoint;
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(await ask(url, 'other')).toBe('{"resource":3}');
      expect(await ask(url, 'secret')).toContain('"unauthorized"');
    });
    await expect(ask(url, 'other')).rejects.toThrow('fetch failed');
    await serving({ port: Number(new URL(url).port) }, async (again) => {
      expect(again).toBe(url);
    });
  });

  test('a port in use is one clear error', async () => {
    await serving({}, async (url) => {
      const { port } = new URL(url);
      await expect(serve({ port: Number(port), quiet: true })).rejects.toThrow(
        `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or choose another with --port (0 takes a free one).`,
      );
    });
  });

  test('stopped before it began, it ends at once; quiet, it prints nothing', async () => {
    const lines: string[] = [];
    await serve({ port: 0, quiet: true, print: (line) => lines.push(line), stop: AbortSignal.abort() });
    expect(lines).toEqual([]);
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });
});

describe('the program that the image runs', () => {
  const image = new URL('../../../src/backend/serve/image.mjs', import.meta.url).pathname;
  const healthcheck = new URL('../../../src/backend/serve/healthcheck.mjs', import.meta.url).pathname;

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s stops it with status 0, healthy until then',
    async (signal) => {
      const program = execa('node', [image], { env: { PORT: '0', FAUNA_ROOT_KEY: 'key' }, reject: false });
      const [printed] = await once(program.stdout, 'data');
      const url = String(printed).trim();
      expect(url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
      const { port } = new URL(url);
      const healthy = await execa('node', [healthcheck], {
        env: { PORT: port, FAUNA_ROOT_KEY: 'key' },
        reject: false,
      });
      const wrongKey = await execa('node', [healthcheck], { env: { PORT: port }, reject: false });
      program.kill(signal);
      const { exitCode } = await program;
      expect([healthy.exitCode, wrongKey.exitCode, exitCode]).toEqual([0, 1, 0]);
    },
  );
});
