/**
 * One living shim process and the conversation with it. Questions go in, each promise settles exactly once. What this
 * file decides is who is charged when something breaks:
 *
 * - A reply that is wrong in itself but names its question (broken Base64, a missing member, a `fault`) is that question's
 *   protocol error, and the conversation goes on.
 * - A question whose time is over is timed out. Nothing more is sent to this process, because it may hang.
 * - A reply that names no question in flight (unreadable, an unknown id) stands for one missing answer. Nothing more is
 *   sent. When as few questions are left as such replies have come, those are the ones: protocol errors.
 * - A second answer to a question is a breach on its own; nobody in flight is charged. Nothing more is sent.
 * - A question that is in flight while nothing more is sent is not blamed and not asked again, since it may already have
 *   changed the database: it keeps its own time, and its answer counts. The process is stopped after the last of them.
 * - A process that ends takes everything in flight with it: crashed, each with the number of its companions.
 */
import type { Answer, Breakdown, Hello, Question } from '../driver.ts';
import { writeAsk, writeHello } from '../protocol/write-request.ts';
import { PROTOCOL_VERSION } from '../protocol/messages.ts';
import { readReply, type Reply } from '../protocol/read-reply.ts';
import { endByForce, endPolitely } from './end-process.ts';
import { FrameReader, type Frame } from './frames.ts';
import type { ShimProcess } from './shim-process.ts';
import { Tail } from './tail.ts';

export interface ChannelSettings {
  /** Time for the process to start and say hello. */
  readonly startMs: number;
  /** Time after each step of stopping (end of input, SIGTERM) before the next, stronger one. */
  readonly graceMs: number;
  readonly maxReplyBytes: number;
  /** Holds decoded values against the published schema as well. */
  readonly strict: boolean;
  /** What the handshake must say; the text says what is wrong, `undefined` nothing. */
  readonly checkHello: (hello: Hello) => string | undefined;
  readonly onNoise: (bytes: Uint8Array) => void;
  /** Something broke that may be no question's answer. */
  readonly onBreach: (problem: string) => void;
  /** A question was settled, or nothing more may be sent: see `free`. */
  readonly onChange: () => void;
  /** The process is gone. */
  readonly onEnd: () => void;
}

export type Greeting =
  { readonly ok: true; readonly hello: Hello } | { readonly ok: false; readonly failure: Breakdown };

interface Pending {
  readonly settle: (answer: Answer) => void;
  readonly timer: NodeJS.Timeout;
}

export class Channel {
  readonly #process: ShimProcess;
  readonly #settings: ChannelSettings;
  readonly #stderr = new Tail();
  readonly #pending = new Map<string, Pending>();
  /** Every id that was sent, to tell a second answer from an unknown id. */
  readonly #sent = new Set<string>();
  /** Replies that no question could be found for, each standing for one missing answer. */
  readonly #strays: string[] = [];
  readonly #greeted: Promise<Greeting>;
  #greet: (greeting: Greeting) => void = () => undefined;
  #hello: Hello | undefined;
  #retired = false;
  #stopping: Promise<void> | undefined;

  constructor(process: ShimProcess, settings: ChannelSettings) {
    this.#process = process;
    this.#settings = settings;
    this.#greeted = new Promise((resolve) => {
      this.#greet = resolve;
    });
    void this.#listen();
  }

  /** Says hello and waits for the shim's. After a failure the process is being stopped. */
  async greet(): Promise<Greeting> {
    const { startMs } = this.#settings;
    const timer = setTimeout(() => {
      this.#greet({
        ok: false,
        failure: { outcome: 'timed out', afterMs: startMs, stderr: this.#stderr.text },
      });
    }, startMs);
    this.#process.send(writeHello());
    const greeting = await this.#greeted;
    clearTimeout(timer);
    if (!greeting.ok) this.#retire();
    return greeting;
  }

  /** How many questions may be sent now. */
  get free(): number {
    return this.#retired ? 0 : (this.#hello?.concurrency ?? 0) - this.#pending.size;
  }

  get inFlight(): number {
    return this.#pending.size;
  }

  /** Nothing may be sent any more; questions may still be in flight. */
  get retired(): boolean {
    return this.#retired;
  }

  /** Sends a question. The id must be new in the whole session. */
  ask(id: string, question: Question, timeoutMs: number): Promise<Answer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#retired = true;
        this.#settle(id, this.#overdue(timeoutMs));
      }, timeoutMs);
      this.#pending.set(id, { settle: resolve, timer });
      this.#sent.add(id);
      this.#process.send(writeAsk(id, question, timeoutMs));
    });
  }

  /** Stops the process: end of input, SIGTERM, SIGKILL. What is in flight was not run to its end. */
  async stop(): Promise<void> {
    const idle = this.#hello !== undefined && this.#pending.size === 0;
    // Ending comes first, so that settling the last question finds that it has begun.
    const ended = this.#end({ politely: idle });
    this.#retire({
      outcome: 'not run',
      reason: 'the session was stopped before the answer came',
      stopped: true,
    });
    await ended;
  }

  async #listen(): Promise<void> {
    try {
      await Promise.all([this.#readOutput(), this.#readErrors()]);
    } catch (cause) {
      this.#stray(`its output cannot be read: ${String(cause)}`);
    }
    this.#ended(await this.#process.exited);
  }

  async #readOutput(): Promise<void> {
    const frames = new FrameReader(this.#settings.maxReplyBytes);
    for await (const chunk of this.#process.stdout)
      for (const frame of frames.push(chunk)) this.#receive(frame);
    this.#settings.onNoise(frames.rest());
  }

  async #readErrors(): Promise<void> {
    for await (const chunk of this.#process.stderr) {
      this.#stderr.push(chunk);
      this.#settings.onNoise(chunk);
    }
  }

  #receive(frame: Frame): void {
    switch (frame.kind) {
      case 'noise':
        return this.#settings.onNoise(frame.bytes);
      case 'broken':
        return this.#stray(frame.problem);
      case 'reply': {
        const reading = readReply(frame.text, this.#settings);
        if (reading.ok) return this.#take(reading.reply);
        if (reading.id === undefined) return this.#stray(reading.problem);
        return this.#answer(reading.id, this.#protocolError(reading.problem));
      }
    }
  }

  #take(reply: Reply): void {
    switch (reply.type) {
      case 'hello':
        return this.#takeHello(reply.hello);
      case 'answer':
        return this.#answer(reply.id, reply.answer);
      case 'fault':
        return reply.id === undefined
          ? this.#giveUp(`the shim gives up: ${reply.message}`)
          : this.#answer(reply.id, this.#protocolError(`the shim failed by itself: ${reply.message}`));
    }
  }

  #answer(id: string, answer: Answer): void {
    if (this.#pending.has(id)) return this.#settle(id, answer);
    if (!this.#sent.has(id)) return this.#stray(`an answer to "${id}" came, which was not asked`);
    // The late answer to a question that was settled as overdue or charged: what retiring the channel is there for.
    if (this.#retired) return;
    this.#settings.onBreach(`question ${id} was answered twice`);
    this.#retire();
  }

  #takeHello(hello: Hello): void {
    if (this.#hello !== undefined) return this.#stray('a second hello came');
    const { protocol } = hello;
    const problem =
      protocol === PROTOCOL_VERSION
        ? this.#settings.checkHello(hello)
        : `the shim speaks protocol ${protocol}, this printproof speaks ${PROTOCOL_VERSION}: the older of the two needs an update`;
    if (problem !== undefined) return this.#greet({ ok: false, failure: this.#protocolError(problem) });
    this.#hello = hello;
    this.#greet({ ok: true, hello });
  }

  /** A reply that belongs to nobody; before the hello it is a failed handshake. */
  #stray(problem: string): void {
    if (this.#hello === undefined) return this.#greet({ ok: false, failure: this.#protocolError(problem) });
    this.#settings.onBreach(problem);
    this.#strays.push(problem);
    this.#retire();
  }

  #giveUp(problem: string): void {
    if (this.#hello === undefined) return this.#greet({ ok: false, failure: this.#protocolError(problem) });
    this.#settings.onBreach(problem);
    this.#retire(this.#protocolError(problem));
  }

  #ended(exit: string): void {
    const crash: Breakdown = {
      outcome: 'crashed',
      exit,
      stderr: this.#stderr.text,
      alongside: Math.max(0, this.#pending.size - 1),
    };
    this.#greet({ ok: false, failure: crash });
    if (this.#hello !== undefined && !this.#retired && this.#pending.size === 0)
      this.#settings.onBreach(`the shim ended by itself, with nothing in flight (${exit})`);
    this.#retire(crash);
    this.#settings.onEnd();
  }

  #settle(id: string, answer: Answer): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    this.#pending.delete(id);
    pending.settle(answer);
    if (this.#retired) this.#windUp();
    this.#settings.onChange();
  }

  /**
   * Lets nothing more be sent, answers everything in flight with `charge` if there is one, and winds up. Retired comes
   * first: a settled question makes the session look for a channel for the next, and this one is none any more.
   */
  #retire(charge?: Breakdown): void {
    this.#retired = true;
    if (charge !== undefined) {
      // Everybody gets the same answer, so nobody is left for the replies that belonged to nobody.
      this.#strays.length = 0;
      this.#settleAll(charge);
    }
    this.#windUp();
    this.#settings.onChange();
  }

  #settleAll(charge: Breakdown): void {
    for (const id of this.#pending.keys()) this.#settle(id, charge);
  }

  #windUp(): void {
    if (this.#pending.size > 0 && this.#pending.size <= this.#strays.length)
      this.#settleAll(this.#protocolError(this.#strays.splice(0).join('; ')));
    if (this.#pending.size === 0) void this.#end({ politely: false });
  }

  #end({ politely }: { readonly politely: boolean }): Promise<void> {
    this.#stopping ??= politely ? this.#endPolitely() : endByForce(this.#process, this.#settings.graceMs);
    return this.#stopping;
  }

  async #endPolitely(): Promise<void> {
    const problem = await endPolitely(this.#process, this.#settings.graceMs);
    if (problem !== undefined) this.#settings.onBreach(problem);
  }

  /** A question whose answer may have come in a form that nobody could read is no proof of slowness. */
  #overdue(afterMs: number): Breakdown {
    const stray = this.#strays.shift();
    if (stray !== undefined) return this.#protocolError(stray);
    return { outcome: 'timed out', afterMs, stderr: this.#stderr.text };
  }

  #protocolError(problem: string): Breakdown {
    return { outcome: 'protocol error', problem, stderr: this.#stderr.text };
  }
}
