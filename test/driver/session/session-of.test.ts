import { describe, expect, it, vi } from 'vitest';
import type { Answer, Hello, Question } from '../../../src/driver/driver.ts';
import { recordedSession, recording, type Exchange } from '../../../src/driver/session/recorded-session.ts';
import { sessionOf } from '../../../src/driver/session/session-of.ts';
import { build, writeJson, type Json } from '../../../src/value/index.ts';

const hello: Hello = {
  protocol: 1,
  driver: { name: 'none', package: 'none', version: '1' },
  runtime: { name: 'test', version: '1' },
  platform: 'none',
  locale: 'C',
  timeZone: 'UTC',
  concurrency: 4,
  abilities: [],
};
const ask = (query: Json, secret = 's', endpoint = 'e'): Question => ({ endpoint, secret, query });
const valueOf = (text: string): Answer => ({
  outcome: 'value',
  decoded: build.str(text),
  prints: [Buffer.from(text), Buffer.from(text)],
});

describe('a session in this process', () => {
  it('gives what the function gives, and an answer for what it throws', async () => {
    await using session = sessionOf(hello, ({ query }) => {
      if (query === null) throw new Error('out of cheese');
      return valueOf(writeJson(query));
    });
    expect(await session.ask(ask('a'), { timeoutMs: 1000 })).toEqual(valueOf('"a"'));
    expect(await session.ask(ask(null), { timeoutMs: 1000 })).toMatchObject({
      outcome: 'crashed',
      exit: 'threw Error: out of cheese',
      alongside: 0,
    });
  });

  it('times out, tells the function so, and drops its late answer', async () => {
    vi.useFakeTimers();
    try {
      let told = false;
      await using session = sessionOf(hello, async (_question, signal) => {
        signal.addEventListener('abort', () => (told = true));
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return valueOf('late');
      });
      const asked = session.ask(ask('a'), { timeoutMs: 10 });
      await vi.runAllTimersAsync();
      expect(await asked).toEqual({ outcome: 'timed out', afterMs: 10, stderr: '' });
      expect(told).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers what is left when it is stopped', async () => {
    const session = sessionOf(hello, () => new Promise<Answer>(() => undefined));
    const asked = session.ask(ask('a'), { timeoutMs: 60_000 });
    await session.stop();
    expect(await asked).toMatchObject({ outcome: 'not run' });
    expect(await session.ask(ask('a'), { timeoutMs: 60_000 })).toMatchObject({ outcome: 'not run' });
  });
});

describe('a recorded session', () => {
  it('replays what was recorded, whatever the endpoint, each answer once and in order', async () => {
    const exchanges: Exchange[] = [];
    let count = 0;
    const live = recording(
      sessionOf(hello, () => valueOf(String((count += 1)))),
      exchanges,
    );
    const questions = [ask('a'), ask('a'), ask('b'), ask('a', 'other')];
    const answers = [];
    for (const question of questions) answers.push(await live.ask(question, { timeoutMs: 1000 }));

    const replay = recordedSession(live.hello, exchanges);
    for (const [index, question] of questions.entries())
      expect(await replay.ask({ ...question, endpoint: 'elsewhere' }, { timeoutMs: 1000 })).toEqual(
        answers[index],
      );
    expect(await replay.ask(ask('a'), { timeoutMs: 1000 })).toEqual({
      outcome: 'not run',
      reason: 'the recording has no (further) answer to "a"',
    });
  });
});
