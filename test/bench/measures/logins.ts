import { compare, hash } from 'bcrypt';
import type { Comparison } from '../comparison.ts';
import { http2Client, must } from '../http2-client.ts';
import { interleaved } from '../interleaved.ts';
import { perSecond } from '../loops.ts';
import { SECRET, startBackend } from '../server.ts';

const ROUNDS = 5;
const ROUND_MS = 1000;
const WIDTH = 8;
/** The core's cost of a password hash (spec/backend 3.4). */
const COST = 5;

/**
 * Logins a second against a bare loop of the same password comparison. Every login tries another, wrong password: the backend
 * remembers right ones from when they were set, and those would cost no comparison at all.
 */
export async function logins(): Promise<readonly Comparison[]> {
  await using backend = await startBackend();
  await using client = await http2Client(backend.url, SECRET);
  await must(client, { create_collection: { object: { name: 'users' } } });
  const user = { ref: { collection: 'users' }, id: '1' };
  const credentials = { object: { password: 'abracadabra' } };
  await must(client, { create: user, params: { object: { credentials } } });
  const known = await hash('abracadabra', COST);

  let tried = 0;
  const attempt = (): Promise<unknown> =>
    client.post(JSON.stringify({ login: user, params: { object: { password: `open ${tried++}` } } }));
  const [ours, other] = await interleaved(
    ROUNDS,
    () => perSecond(ROUND_MS, WIDTH, attempt),
    () => perSecond(ROUND_MS, WIDTH, () => compare('abracadabra', known)),
  );
  return [
    {
      name: 'Logins a second, each with a password never seen',
      ours: { what: 'backend', value: ours, unit: '/s' },
      other: { what: `bcrypt compare, cost ${COST}`, value: other, unit: '/s' },
      ratio: ours / other,
      goal: { is: 'at least', ratio: 0.8 },
    },
  ];
}
