import { makeDocument } from '../bench-document.ts';
import type { Comparison } from '../comparison.ts';
import { ask, opener } from '../drivers.ts';
import { interleaved } from '../interleaved.ts';
import { timed } from '../loops.ts';
import { startBackend } from '../server.ts';

const CASES = 2000;
const WIDTH = 16;

/** Cases a second with one persistent shim, and with a process for every case. */
export async function processPerCase(): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const name of ['javascript', 'python', 'go', 'java']) {
    const open = await opener(name);
    if (open === undefined) {
      console.log(`Persistent shim, ${name}: the driver is not there; printproof doctor says why.\n`);
      continue;
    }
    await using backend = await startBackend();
    await makeDocument(backend.url);
    await using session = await open();
    const [ours, other] = await interleaved(
      3,
      async () => (CASES * 1000) / (await timed(CASES, WIDTH, () => ask(session, backend.url))),
      async () =>
        3000 /
        (await timed(3, 1, async () => {
          await using own = await open();
          await ask(own, backend.url);
        })),
    );
    comparisons.push({
      name: `Cases a second, ${name}`,
      ours: { what: 'persistent shim', value: ours, unit: '/s' },
      other: { what: 'a process a case', value: other, unit: '/s' },
      ratio: ours / other,
      goal: { is: 'at least', ratio: 50 },
    });
  }
  return comparisons;
}
