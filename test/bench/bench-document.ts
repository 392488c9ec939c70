import { http2Client, must } from './http2-client.ts';
import { SECRET } from './server.ts';

/** Makes the collection `bench` with the one document that drivers ask for. */
export async function makeDocument(url: string): Promise<void> {
  await using client = await http2Client(url, SECRET);
  await must(client, { create_collection: { object: { name: 'bench' } } });
  await must(client, {
    create: { ref: { collection: 'bench' }, id: '1' },
    params: { object: { data: { object: { name: 'Ann', age: 42, tags: ['a', 'b'] } } } },
  });
}
