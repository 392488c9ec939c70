import { getContainerRuntimeClient } from 'testcontainers';
import { describe, expect, test } from 'vitest';
import { containerBackend } from '../../../src/backend/container/container.ts';

const engine = await getContainerRuntimeClient().catch((error: unknown) => String(error));
const missing = typeof engine === 'string' ? engine : undefined;

/** What an engine holds: containers and images, by name. */
async function holdings(): Promise<string[]> {
  if (typeof engine === 'string') return [];
  const images = await engine.container.dockerode.listImages({ all: false });
  const containers = await engine.container.list();
  return [...images.flatMap(({ RepoTags }) => RepoTags ?? []), ...containers.flatMap(({ Names }) => Names)];
}

describe.skipIf(missing !== undefined)(
  `the database in a container${missing === undefined ? '' : ` (${missing})`}`,
  () => {
    test('the own image, upon this machine’s Node.js: it answers, is witnessed, names its digest, leaves nothing', async () => {
      const before = await holdings();
      const running = await containerBackend({ baseImage: 'local', secret: 'key' }).start();
      expect(running.name).toMatch(/^container:printproof@sha256:[\da-f]{64}$/);
      running.witness.watch('key');
      const headers = { authorization: 'Bearer key', 'x-faunadb-api-version': '4' };
      const response = await fetch(running.url, { method: 'POST', headers, body: '{"add":[1,2]}' });
      expect(await response.text()).toBe('{"resource":3}');
      expect(running.witness.take('key')).toMatchObject([
        { request: '{"add":[1,2]}', response: '{"resource":3}' },
      ]);
      await running[Symbol.asyncDispose]();
      expect(await holdings()).toEqual(before);
    }, 180_000);

    test('an image that is not there: an error that says what to do, and nothing left', async () => {
      const before = await holdings();
      await expect(containerBackend({ image: 'printproof.invalid/none:0' }).start()).rejects.toThrow(
        /^No database in a container: printproof\.invalid\/none:0 did not start/,
      );
      expect(await holdings()).toEqual(before);
    }, 60_000);
  },
);
