import { execa } from 'execa';
import type { Comparison } from '../comparison.ts';
import { http2Client, must, type Client } from '../http2-client.ts';
import { interleaved } from '../interleaved.ts';
import { timed } from '../loops.ts';
import { SECRET, startBackend } from '../server.ts';

const FEW = 1000;
const MANY = 100_000;
const PAGE = 1000;
const AT_ONCE = 500;

/** The time of a page of an index must not grow with the collection; and what a document costs in memory. */
export async function indexPages(): Promise<readonly Comparison[]> {
  await using backend = await startBackend();
  await using client = await http2Client(backend.url, SECRET);
  await fill(client, 'few', FEW);
  const before = await residentKiB(backend.pid);
  await fill(client, 'many', MANY);
  const after = await residentKiB(backend.pid);

  const page = (index: string) => () =>
    timed(5, 1, () => must(client, { paginate: { match: { index } }, size: PAGE })).then((ms) => ms / 5);
  const [many, few] = await interleaved(7, page('many_by_n'), page('few_by_n'));
  const bytes = ((after - before) * 1024) / MANY;
  return [
    {
      name: `A page of ${PAGE} of an index`,
      ours: { what: `${MANY.toLocaleString('en')} documents`, value: many, unit: 'ms' },
      other: { what: `${FEW.toLocaleString('en')} documents`, value: few, unit: 'ms' },
      ratio: many / few,
      goal: { is: 'at most', ratio: 1.2 },
    },
    {
      name: 'Memory of a document with one index entry, by resident size (its data alone as JSON beside it)',
      ours: { what: 'backend', value: bytes, unit: 'bytes' },
      other: { what: 'JSON', value: JSON.stringify({ n: MANY, name: 'document' }).length, unit: 'bytes' },
      ratio: bytes / JSON.stringify({ n: MANY, name: 'document' }).length,
    },
  ];
}

async function fill(client: Client, name: string, count: number): Promise<void> {
  await must(client, { create_collection: { object: { name } } });
  await must(client, {
    create_index: {
      object: {
        name: `${name}_by_n`,
        source: { collection: name },
        values: [{ object: { field: ['data', 'n'] } }],
      },
    },
  });
  for (let start = 0; start < count; start += AT_ONCE)
    await must(client, {
      foreach: {
        lambda: 'n',
        expr: {
          create: { collection: name },
          params: { object: { data: { object: { n: { var: 'n' }, name: 'document' } } } },
        },
      },
      collection: Array.from({ length: AT_ONCE }, (_, index) => start + index),
    });
}

async function residentKiB(pid: number): Promise<number> {
  const { stdout } = await execa('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim());
}
