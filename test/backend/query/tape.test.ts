import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../ask.ts';
import { Suspension, Tape } from '../../../src/backend/query/tape.ts';

/** Evaluates again and again, as a query is, until nothing suspends it. */
async function run<T>(tape: Tape, evaluate: () => T): Promise<{ readonly value: T; readonly runs: number }> {
  for (let runs = 1; ; runs += 1) {
    tape.rewind();
    try {
      return { value: evaluate(), runs };
    } catch (error) {
      if (!(error instanceof Suspension)) throw error;
      await error.work();
    }
  }
}

describe('Tape', () => {
  it('gives every run the same answers, and does the work for each once', async () => {
    const tape = new Tape();
    let made = 0;
    const make = async (): Promise<string> => `text ${String((made += 1))}`;
    const never = (): never => {
      throw new Error('blocked');
    };
    const { value, runs } = await run(tape, () => [
      tape.produce('a', make, never),
      tape.draw('b', () => `drawn ${String((made += 10))}`),
      tape.produce('a', make, never),
      String(tape.decide('c', async () => true, never)),
      tape.draw('b', () => `drawn ${String((made += 10))}`),
    ]);
    expect(value).toEqual(['text 1', 'drawn 11', 'text 12', 'true', 'drawn 22']);
    expect(runs).toBe(4);
  });

  it('does not go on for ever with an evaluation that asks for something else each time', async () => {
    const tape = new Tape();
    let question = 0;
    const { value } = await run(tape, () =>
      tape.decide(
        String((question += 1)),
        async () => false,
        () => true,
      ),
    );
    expect(value).toBe(true);
  });

  it('takes back what an abandoned query left elsewhere, once', () => {
    const tape = new Tape();
    let undone = 0;
    tape.onAbandon(() => (undone += 1));
    tape.abandon();
    tape.abandon();
    expect(undone).toBe(1);
  });
});

describe('queries whose passwords are never the same twice', () => {
  it('are answered', async () => {
    const database = emptyDatabase();
    await database.ask('{"create_collection":{"object":{"name":"c"}}}');
    const made = await database.ask(
      '{"let":{"p":{"new_id":null}},"in":{"do":[{"create":{"ref":{"collection":"c"},"id":"1"},"params":{"object":{"credentials":{"object":{"password":{"var":"p"}}}}}},{"identify":{"ref":{"collection":"c"},"id":"1"},"password":{"var":"p"}}]}}',
    );
    expect(made.body).toBe('{"resource":true}');
  });

  it('many in one query are too', async () => {
    const database = emptyDatabase();
    await database.ask('{"create_collection":{"object":{"name":"c"}}}');
    const user = (id: number): string =>
      `{"create":{"ref":{"collection":"c"},"id":"${String(id)}"},"params":{"object":{"credentials":{"object":{"password":"same"}}}}}`;
    const users = Array.from({ length: 60 }, (_, id) => user(id)).join();
    expect((await database.ask(`{"do":[${users},null]}`)).body).toBe('{"resource":null}');
    const hashes = await database.ask(
      '{"map":{"lambda":"x","expr":{"select":"hashed_password","from":{"get":{"var":"x"}}}},"collection":{"paginate":{"credentials":null},"size":100}}',
    );
    const { data } = JSON.parse(hashes.body).resource;
    expect(new Set(data).size).toBe(60);
  });
});
