import type { Comparison } from '../comparison.ts';
import { http2Client, must } from '../http2-client.ts';
import { interleaved } from '../interleaved.ts';
import { perSecond } from '../loops.ts';
import { SECRET, startBackend, startEcho } from '../server.ts';

const ROUNDS = 5;
const ROUND_MS = 1000;
/** Requests in flight on the one connection. */
const WIDTH = 32;

/** Requests a second of the embedded backend against a bare echo; both in a process of their own, one connection each. */
export async function requests(): Promise<readonly Comparison[]> {
  await using backend = await startBackend();
  await using echo = await startEcho();
  await using asked = await http2Client(backend.url, SECRET);
  await using echoed = await http2Client(echo.url, SECRET);
  await must(asked, { create_collection: { object: { name: 'bench' } } });
  const ref = { ref: { collection: 'bench' }, id: '1' };
  await must(asked, { create: ref, params: { object: { data: { object: { name: 'Ann', age: 42 } } } } });

  const comparisons: Comparison[] = [];
  for (const [name, query] of Object.entries({ 'a trivial query': { add: [1, 2] }, 'a get': { get: ref } })) {
    const body = JSON.stringify(query);
    await must(asked, query);
    const [ours, other] = await interleaved(
      ROUNDS,
      () => perSecond(ROUND_MS, WIDTH, () => asked.post(body)),
      () => perSecond(ROUND_MS, WIDTH, () => echoed.post(body)),
    );
    comparisons.push({
      name: `Requests a second, ${name}`,
      ours: { what: 'backend', value: ours, unit: '/s' },
      other: { what: 'bare HTTP/2 echo', value: other, unit: '/s' },
      ratio: ours / other,
      goal: { is: 'at least', ratio: 0.5 },
    });
  }
  return comparisons;
}
