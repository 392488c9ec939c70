import { sessionOf, type Hello, type Session } from '../../driver/index.ts';
import { askBackend } from '../../run/ask-backend.ts';
import { fromWire, writeJson } from '../../value/index.ts';

const HELLO: Hello = {
  protocol: 1,
  driver: { name: 'curl', package: 'curl', version: '4' },
  runtime: { name: 'HTTP', version: '1.1' },
  platform: `${process.platform} ${process.arch}`,
  locale: 'C.UTF-8',
  timeZone: 'UTC',
  concurrency: 1,
  abilities: [],
};

/** What curl shows: the body of the answer, as API version 4 writes it. */
export function curlSession(): Session {
  return sessionOf(HELLO, async ({ endpoint, secret, query }) => {
    const { status, body } = await askBackend(endpoint, secret, query);
    const print = Buffer.from(`${writeJson(body)}\n`);
    const resource = body.get('resource');
    if (resource !== undefined)
      return { outcome: 'value', decoded: fromWire(resource), prints: [print, print] };
    return { outcome: 'error', raised: { type: 'HTTP', message: String(status) }, prints: [print, print] };
  });
}
