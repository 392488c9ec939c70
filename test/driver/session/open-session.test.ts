import * as fc from 'fast-check';
import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Session } from '../../../src/driver/driver.ts';
import { openSession } from '../../../src/driver/session/open-session.ts';
import type { SessionLimits } from '../../../src/driver/session/limits.ts';
import { jsonObject, show, type Json } from '../../../src/value/index.ts';
import { answerOf, fakeShim, helloOf, type FakeHands, type Message } from '../fake-shim.ts';

// Time is simulated: what a shim does "after 40 ms" is a fact of the test, not of the machine.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TIMEOUT_MS = 100;

/** What a fake shim does with a question, told by the question itself. */
type Deed =
  | 'answers'
  | 'answers late'
  | 'hangs'
  | 'crashes'
  | 'wrong id'
  | 'bad JSON'
  | 'bad Base64'
  | 'fault'
  | 'answers twice'
  | 'babbles';
const DEEDS: readonly Deed[] = [
  'answers',
  'answers late',
  'hangs',
  'crashes',
  'wrong id',
  'bad JSON',
  'bad Base64',
  'fault',
  'answers twice',
  'babbles',
];

interface Plan {
  readonly deed: Deed;
  /** Milliseconds until it is done; less than the timeout. */
  readonly after: number;
}

const plans = fc.array(
  fc.record({
    deed: fc.oneof({ weight: 3, arbitrary: fc.constant<Deed>('answers') }, fc.constantFrom(...DEEDS)),
    after: fc.integer({ min: 0, max: TIMEOUT_MS - 1 }),
  }),
  { maxLength: 12 },
);

function perform({ deed, after }: Plan, token: string, id: string, hands: FakeHands): void {
  const answer = answerOf(id, token);
  const later = (act: () => void, ms = after): void => void setTimeout(act, ms);
  switch (deed) {
    case 'answers':
      return later(() => hands.reply(answer));
    case 'answers late':
      return later(() => hands.reply(answer), TIMEOUT_MS + 1 + after);
    case 'hangs':
      return undefined;
    case 'crashes':
      return later(() => {
        hands.complain('out of cheese');
        hands.exit('exit status 3');
      });
    case 'wrong id':
      return later(() => hands.reply({ ...answer, id: `not ${id}` }));
    case 'bad JSON':
      return later(() => hands.write(`\u001E{"id":"${id}",\n`));
    case 'bad Base64':
      return later(() => hands.reply({ ...answer, prints: ['?', '?'] }));
    case 'fault':
      return later(() => hands.reply({ type: 'fault', id, message: 'no idea' }));
    case 'answers twice':
      return later(() => {
        hands.reply(answer);
        hands.reply({ ...answer, decoded: 'second' });
      });
    case 'babbles':
      return later(() => {
        hands.write('Welcome\n');
        hands.reply(answer);
        hands.write('{"type":"answer"}\n');
      });
  }
}

interface Run {
  readonly answers: readonly Answer[];
  readonly session: Session;
  /** How many shims were started. */
  readonly started: number;
}

/** Asks every question at once and lets simulated time pass until nothing is left to happen. */
async function run(
  schedule: readonly Plan[],
  concurrency: number,
  limits: Partial<SessionLimits>,
): Promise<Run> {
  let started = 0;
  const onMessage = (message: Message, hands: FakeHands): void => {
    if (message.type === 'hello') return hands.reply(helloOf(concurrency));
    const token = z.string().parse(message.query);
    const plan = schedule[Number(token)];
    if (plan !== undefined) perform(plan, token, message.id, hands);
  };
  const opening = await openSession(
    () => {
      started += 1;
      return fakeShim(onMessage);
    },
    undefined,
    limits,
  );
  if (!opening.ok) throw new Error('the fake shim’s handshake failed');
  const { session } = opening;
  const asked = schedule.map((_plan, index) =>
    session.ask(question(String(index)), { timeoutMs: TIMEOUT_MS }),
  );
  await vi.runAllTimersAsync();
  const answers = await Promise.all(asked);
  await session.stop();
  return { answers, session, started };
}

const question = (query: Json): { endpoint: string; secret: string; query: Json } => ({
  endpoint: '-',
  secret: '',
  query,
});

/** The outcome of a question that is in flight alone. */
const OUTCOMES: Readonly<Record<Deed, Answer['outcome']>> = {
  answers: 'value',
  'answers late': 'timed out',
  hangs: 'timed out',
  crashes: 'crashed',
  'wrong id': 'protocol error',
  'bad JSON': 'protocol error',
  'bad Base64': 'protocol error',
  fault: 'protocol error',
  'answers twice': 'value',
  babbles: 'value',
};
const FRESH_CHANNEL_AFTER: ReadonlySet<Deed> = new Set([
  'answers late',
  'hangs',
  'crashes',
  'wrong id',
  'bad JSON',
]);

/** A model of the session for a shim that works on one question at a time: the outcomes, in order. */
function model(
  schedule: readonly Plan[],
  restarts: number,
): { outcomes: Answer['outcome'][]; started: number } {
  let started = 1;
  let retired = false;
  let retiresNext = false;
  const outcomes = schedule.map(({ deed }): Answer['outcome'] => {
    if (retired && started > restarts) return 'not run';
    if (retired) started += 1;
    retired = retiresNext || FRESH_CHANNEL_AFTER.has(deed);
    // The second answer is read after the next question has gone out; that one keeps its time on the old channel.
    retiresNext = !retired && deed === 'answers twice';
    return OUTCOMES[deed];
  });
  return { outcomes, started };
}

describe('a session', () => {
  it('answers every question of a shim that works on one at a time exactly as the model says', async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 0, max: 4 }), async (schedule, restarts) => {
        const { answers, started } = await run(schedule, 1, { restarts });
        expect({ outcomes: answers.map(({ outcome }) => outcome), started }).toEqual(
          model(schedule, restarts),
        );
      }),
    );
  });

  it('loses no question, crosses no answers and blames no innocent, whatever else is in flight', async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 2, max: 5 }), async (schedule, concurrency) => {
        const { answers, session, started } = await run(schedule, concurrency, { restarts: 3 });
        expect(answers).toHaveLength(schedule.length);
        expect(started).toBeLessThanOrEqual(4);
        const crashes = schedule.some(({ deed }) => deed === 'crashes');
        const wrong = answers.filter((answer, index) => {
          const deed = schedule[index]?.deed ?? 'hangs';
          const innocent = OUTCOMES[deed] === 'value';
          switch (answer.outcome) {
            case 'value':
              return !innocent || show(answer.decoded) !== `"${index}"`;
            case 'not run':
              return started < 4;
            case 'crashed':
              return deed !== 'crashes' && (!crashes || answer.alongside === 0);
            case 'timed out':
            case 'protocol error':
              return innocent || deed === 'crashes';
            case 'error':
            case 'unprintable':
            case 'unsupported':
              return true;
          }
        });
        expect(wrong).toEqual([]);
        for (const breach of session.breaches) expect(breach).toMatch(/answered twice|not asked|not JSON/);
      }),
      { numRuns: 200 },
    );
  });

  it('never has more in flight than the shim offers and the limit allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        async (offered, allowed) => {
          let inFlight = 0;
          let most = 0;
          const opening = await openSession(
            () =>
              fakeShim((message, hands) => {
                if (message.type === 'hello') return hands.reply(helloOf(offered));
                most = Math.max(most, (inFlight += 1));
                setTimeout(() => {
                  inFlight -= 1;
                  hands.reply(answerOf(message.id, null));
                }, 10);
              }),
            undefined,
            { inFlight: allowed },
          );
          if (!opening.ok) throw new Error('no handshake');
          const asked = Array.from({ length: 12 }, () =>
            opening.session.ask(question(null), { timeoutMs: 1000 }),
          );
          await vi.runAllTimersAsync();
          expect((await Promise.all(asked)).every(({ outcome }) => outcome === 'value')).toBe(true);
          expect(most).toBe(Math.min(offered, allowed));
          await opening.session.stop();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leaves no timer behind', async () => {
    const { session } = await run(
      [
        { deed: 'answers', after: 1 },
        { deed: 'hangs', after: 0 },
      ],
      1,
      {},
    );
    await session.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('answers what is in flight and what waits when it is stopped, and stops only once', async () => {
    const opening = await openSession(
      () => fakeShim((message, hands) => message.type === 'hello' && hands.reply(helloOf())),
      undefined,
    );
    if (!opening.ok) throw new Error('no handshake');
    const { session } = opening;
    const asked = [1, 2].map(() => session.ask(question(null), { timeoutMs: 1000 }));
    await Promise.all([session.stop(), session.stop()]);
    expect(await Promise.all(asked)).toEqual([
      { outcome: 'not run', reason: 'the session was stopped before the answer came', stopped: true },
      { outcome: 'not run', reason: 'the session was stopped before it was sent', stopped: true },
    ]);
    expect(await session.ask(question(null), { timeoutMs: 1 })).toMatchObject({ outcome: 'not run' });
  });

  it('says why nothing more was run when the shim does not come back', async () => {
    let started = 0;
    const opening = await openSession(
      () =>
        fakeShim((message, hands) => {
          if (message.type === 'ask') return hands.exit('killed by SIGSEGV');
          started += 1;
          if (started === 1) hands.reply(helloOf());
          else hands.exit('exit status 9');
        }),
      undefined,
      { restarts: 2 },
    );
    if (!opening.ok) throw new Error('no handshake');
    const asked = [1, 2, 3].map(() => opening.session.ask(question(null), { timeoutMs: 10 }));
    await vi.runAllTimersAsync();
    const notRun = {
      outcome: 'not run',
      reason:
        'the shim was restarted 2 times, which is all that a session allows; the last time: the shim ended (exit status 9)',
    };
    expect(await Promise.all(asked)).toMatchObject([
      { outcome: 'crashed', exit: 'killed by SIGSEGV' },
      notRun,
      notRun,
    ]);
    expect(opening.session.breaches).toEqual([
      'restart 1 failed: the shim ended (exit status 9)',
      'restart 2 failed: the shim ended (exit status 9)',
    ]);
    expect(started).toBe(3);
  });

  it('refuses a shim that is another one after a restart', async () => {
    let version = 0;
    const opening = await openSession(
      () =>
        fakeShim((message, hands) => {
          if (message.type === 'ask') return hands.exit('exit status 1');
          version += 1;
          hands.reply({ ...helloOf(), runtime: { name: 'test', version: String(version) } });
        }),
      undefined,
      { restarts: 1 },
    );
    if (!opening.ok) throw new Error('no handshake');
    const asked = [1, 2].map(() => opening.session.ask(question(null), { timeoutMs: 10 }));
    await vi.runAllTimersAsync();
    expect(await Promise.all(asked)).toMatchObject([
      { outcome: 'crashed' },
      { outcome: 'not run', reason: expect.stringContaining('after a restart the shim says it is') },
    ]);
  });

  it('holds a reply without an id back from everybody until it is clear who misses an answer', async () => {
    const opening = await openSession(
      () =>
        fakeShim((message, hands) => {
          if (message.type === 'hello') return hands.reply(helloOf(3));
          const { id } = message;
          if (id === '1') return hands.reply(answerOf('nobody', null));
          setTimeout(() => hands.reply(answerOf(id, id)), 10 * Number(id));
        }),
      undefined,
    );
    if (!opening.ok) throw new Error('no handshake');
    const asked = [1, 2, 3].map(() => opening.session.ask(question(null), { timeoutMs: 1000 }));
    await vi.runAllTimersAsync();
    expect(await Promise.all(asked)).toMatchObject([
      { outcome: 'protocol error', problem: 'an answer to "nobody" came, which was not asked' },
      { outcome: 'value' },
      { outcome: 'value' },
    ]);
  });

  it('sends the whole question, and nothing but one line', async () => {
    const lines: unknown[] = [];
    const opening = await openSession(
      () =>
        fakeShim((message, hands) => {
          lines.push(message);
          hands.reply(message.type === 'hello' ? helloOf() : answerOf(message.id, null));
        }),
      undefined,
    );
    if (!opening.ok) throw new Error('no handshake');
    const asked = {
      endpoint: 'http://[::1]:1',
      secret: 'a\nb',
      query: jsonObject({ 'x\n': 'y\u2028\uD800' }),
    };
    await opening.session.ask(asked, { timeoutMs: 12.5 });
    expect(lines).toEqual([
      { type: 'hello', protocol: 1 },
      {
        type: 'ask',
        id: '1',
        endpoint: 'http://[::1]:1',
        secret: 'a\nb',
        timeoutMs: 13,
        query: { 'x\n': 'y\u2028\uD800' },
      },
    ]);
  });
});
