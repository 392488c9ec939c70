/**
 * A session is a queue of questions in front of one channel at a time. It keeps the shim as busy as the shim allows, and
 * after a timeout, a breach or a crash it opens a fresh channel for the questions that were not sent yet: those are the
 * only ones that can go to another process, because a question that was sent may already have changed the database. Ids
 * are never used twice, and a channel only knows its own, so no late answer can reach another question. Fresh channels are
 * counted; when the budget is used up, what is left is `not run`. Who is charged for what is in `channel.ts`.
 */
import { Channel, type Greeting } from '../channel/channel.ts';
import type { Launch } from '../channel/shim-process.ts';
import { Tail } from '../channel/tail.ts';
import { describeBreakdown } from '../describe-breakdown.ts';
import type { Answer, Breakdown, Hello, Question, Session } from '../driver.ts';
import { DEFAULT_LIMITS, type SessionLimits } from './limits.ts';

/** What the handshake has to say: the members of driver.json. */
export interface ExpectedDriver {
  readonly name: string;
  readonly package: string;
  readonly version: string;
}

export type SessionOpening =
  | { readonly ok: true; readonly session: Session }
  /** The first handshake failed; it is not tried again. `noise` is what the shim wrote apart from replies. */
  | { readonly ok: false; readonly failure: Breakdown; readonly noise: string };

/** Starts a shim and shakes hands. Never rejects. */
export async function openSession(
  launch: Launch,
  expected: ExpectedDriver | undefined,
  limits: Partial<SessionLimits> = {},
): Promise<SessionOpening> {
  const session = new ShimSession(launch, expected, { ...DEFAULT_LIMITS, ...limits });
  const failure = await session.start();
  if (failure === undefined) return { ok: true, session };
  await session.stop();
  return { ok: false, failure, noise: session.noise };
}

interface Waiting {
  readonly question: Question;
  readonly timeoutMs: number;
  readonly settle: (answer: Answer) => void;
}

class ShimSession implements Session {
  readonly #launch: Launch;
  readonly #expected: ExpectedDriver | undefined;
  readonly #limits: SessionLimits;
  readonly #noise = new Tail();
  readonly #breaches: string[] = [];
  readonly #waiting: Waiting[] = [];
  /** Every channel whose process may still run. */
  readonly #channels = new Set<Channel>();
  #current: Channel | undefined;
  #hello: Hello | undefined;
  /** A handshake is under way; what becomes of the questions is decided after it. */
  #opening = false;
  #restarts = 0;
  #lastId = 0;
  /** Why the budget was used up, for whoever asks next. */
  #lastTrouble = '';
  #stopped: Promise<void> | undefined;

  constructor(launch: Launch, expected: ExpectedDriver | undefined, limits: SessionLimits) {
    this.#launch = launch;
    this.#expected = expected;
    this.#limits = limits;
  }

  async start(): Promise<Breakdown | undefined> {
    const greeting = await this.#openChannel();
    return greeting.ok ? undefined : greeting.failure;
  }

  get hello(): Hello {
    if (this.#hello === undefined) throw new Error('A session has a hello once openSession has returned it.');
    return this.#hello;
  }

  get noise(): string {
    return this.#noise.text;
  }

  get breaches(): readonly string[] {
    return this.#breaches;
  }

  ask(question: Question, { timeoutMs }: { readonly timeoutMs: number }): Promise<Answer> {
    return new Promise((settle) => {
      this.#waiting.push({ question, timeoutMs, settle });
      this.#pump();
    });
  }

  stop(): Promise<void> {
    this.#stopped ??= Promise.all([...this.#channels].map((channel) => channel.stop())).then(() => undefined);
    this.#pump();
    return this.#stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  /** Sends what may be sent, and sees to a channel when there is something to send. */
  #pump(): void {
    if (this.#stopped !== undefined)
      return this.#refuse({ reason: 'the session was stopped before it was sent', stopped: true });
    if (this.#opening) return;
    while (this.#current !== undefined && !this.#current.retired) {
      if (Math.min(this.#current.free, this.#limits.inFlight - this.#current.inFlight) < 1) return;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#lastId += 1;
      void this.#current.ask(String(this.#lastId), next.question, next.timeoutMs).then(next.settle);
    }
    if (this.#waiting.length > 0) this.#restart();
  }

  #restart(): void {
    if (this.#restarts === this.#limits.restarts)
      return this.#refuse({
        reason: `the shim was restarted ${this.#restarts} times, which is all that a session allows${this.#lastTrouble}`,
      });
    this.#restarts += 1;
    void this.#replaceChannel();
  }

  async #replaceChannel(): Promise<void> {
    const greeting = await this.#openChannel();
    if (!greeting.ok && this.#stopped === undefined) {
      this.#lastTrouble = `; the last time: ${describeBreakdown(greeting.failure)}`;
      this.#breaches.push(`restart ${this.#restarts} failed: ${describeBreakdown(greeting.failure)}`);
    }
    this.#pump();
  }

  #refuse(why: { readonly reason: string; readonly stopped?: true }): void {
    for (const { settle } of this.#waiting.splice(0)) settle({ outcome: 'not run', ...why });
  }

  async #openChannel(): Promise<Greeting> {
    const channel = new Channel(this.#launch(), {
      ...this.#limits,
      checkHello: (hello) => this.#checkHello(hello),
      onNoise: (bytes) => this.#noise.push(bytes),
      onBreach: (problem) => this.#breaches.push(problem),
      onChange: () => {
        if (channel === this.#current) this.#pump();
      },
      onEnd: () => this.#channels.delete(channel),
    });
    this.#channels.add(channel);
    this.#current = channel;
    this.#opening = true;
    const greeting = await channel.greet();
    this.#opening = false;
    if (greeting.ok) this.#hello ??= greeting.hello;
    return greeting;
  }

  #checkHello(hello: Hello): string | undefined {
    return (
      (this.#expected && misfit('driver.json', this.#expected, hello.driver)) ??
      (this.#hello && JSON.stringify(hello) !== JSON.stringify(this.#hello)
        ? `after a restart the shim says it is ${JSON.stringify(hello)}, before it said ${JSON.stringify(this.#hello)}`
        : undefined)
    );
  }
}

function misfit(source: string, expected: ExpectedDriver, actual: ExpectedDriver): string | undefined {
  for (const member of ['name', 'package', 'version'] as const)
    if (expected[member] !== actual[member])
      return `the shim says that its ${member} is "${actual[member]}", ${source} says "${expected[member]}": one of them, or the shim's dependency file, needs an update`;
  return undefined;
}
