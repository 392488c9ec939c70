import { execa } from 'execa';
import type { Comparison } from '../comparison.ts';
import { http2Client, must } from '../http2-client.ts';
import { interleaved } from '../interleaved.ts';
import { SECRET, startBackend } from '../server.ts';

/** `printproof serve` from its start to its first answer, against Node.js itself doing nothing. */
export async function startUp(): Promise<readonly Comparison[]> {
  const [ours, other] = await interleaved(5, toFirstAnswer, async () => {
    const start = performance.now();
    await execa(process.execPath, ['--eval', '']);
    return performance.now() - start;
  });
  return [
    {
      name: 'From the start of `printproof serve` to its first answer (goal: under 300 ms)',
      ours: { what: 'serve', value: ours, unit: 'ms' },
      other: { what: 'an empty program', value: other, unit: 'ms' },
      ratio: ours / other,
    },
  ];
}

async function toFirstAnswer(): Promise<number> {
  const start = performance.now();
  await using backend = await startBackend();
  await using client = await http2Client(backend.url, SECRET);
  await must(client, { add: [1, 2] });
  return performance.now() - start;
}
