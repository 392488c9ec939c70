import { expect, it } from 'vitest';
import { emptyDatabase } from '../ask.ts';

/** A query of 100^8 steps: nobody lives to see its value. */
const endless = Array.from({ length: 8 }).reduce<unknown>(
  (body) => ({ map: { lambda: '_', expr: body }, collection: Array.from({ length: 100 }, (_, at) => at) }),
  { add: [1, 1] },
);

it('a query whose time is over ends with 503 and leaves nothing behind; the next one is answered', async () => {
  const database = emptyDatabase();
  const create = { create_collection: { object: { name: 'c' } } };
  const late = await database.ask(JSON.stringify({ do: [create, endless] }), { timeoutMs: 30 });
  expect(late).toMatchObject({ status: 503, pretty: true });
  expect(late.body).toContain('Read timed out (Timed out before deadline TimeBound(30 milliseconds))');
  expect((await database.ask('{"exists":{"collection":"c"}}')).body).toBe('{"resource":false}');
});

it('it ends a query in the same way whatever stands around: a condition does not take it for a failure', async () => {
  const late = await emptyDatabase().ask(JSON.stringify({ or: [{ is_null: endless }, true] }), {
    timeoutMs: 30,
  });
  expect(late.status).toBe(503);
});
