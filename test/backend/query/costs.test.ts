import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../ask.ts';

const database = emptyDatabase();
const big = 'x'.repeat(5000);

async function costs(query: string): Promise<unknown> {
  const { bytesRead, bytesWritten, ...ops } = { ...(await database.ask(query)).costs };
  expect([bytesRead, bytesWritten].every((bytes) => bytes !== undefined && bytes >= 0)).toBe(true);
  return ops;
}

beforeAll(async () => {
  await database.ask('{"create_collection":{"object":{"name":"c"}}}');
  await database.ask('{"create":{"ref":{"collection":"c"},"id":"1"}}');
});

describe('costs', () => {
  it.each([
    ['nothing', '1', 1, 0, 0],
    ['a pure query', '{"let":{"a":1},"in":{"if":{"not":true},"then":1,"else":{"var":"a"}}}', 1, 0, 0],
    [
      '500 calls of a lambda that calls',
      `{"map":{"lambda":"x","expr":{"add":[{"var":"x"},1]}},"collection":[${'1,'.repeat(499)}1]}`,
      21,
      0,
      0,
    ],
    ['reading a document', '{"get":{"ref":{"collection":"c"},"id":"1"}}', 1, 1, 0],
    ['not finding one', '{"get":{"ref":{"collection":"c"},"id":"2"}}', 1, 0, 0],
    ['writing a document', '{"create":{"collection":"c"}}', 1, 0, 1],
    [
      'writing a large one',
      `{"create":{"collection":"c"},"params":{"object":{"data":{"object":{"t":"${big}"}}}}}`,
      1,
      0,
      6,
    ],
    [
      'writing one with credentials',
      '{"create":{"collection":"c"},"params":{"object":{"credentials":{"object":{"password":"p"}}}}}',
      1,
      0,
      2,
    ],
    ['failing after a write', '{"do":[{"create":{"collection":"c"}},{"not":1}]}', 1, 0, 0],
    [
      'aborting after a read and a write',
      '{"do":[{"get":{"ref":{"collection":"c"},"id":"1"}},{"create":{"collection":"c"}},{"abort":"x"}]}',
      1,
      1,
      0,
    ],
  ])('of %s', async (_what, query, computeOps, byteReadOps, byteWriteOps) => {
    expect(await costs(query)).toEqual({ computeOps, byteReadOps, byteWriteOps, retries: 0 });
  });
});
