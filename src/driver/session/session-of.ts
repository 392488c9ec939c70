import type { Answer, Hello, Question, Session } from '../driver.ts';

/**
 * Answers one question. The signal is aborted when its time is over or the session stops; what it answers after that
 * reaches nobody.
 */
export type Handler = (question: Question, signal: AbortSignal) => Answer | Promise<Answer>;

/**
 * A session in this process: a function in place of a shim, for tests of what comes after the driver and for drivers that
 * are JavaScript anyway. The same promises hold: `ask` never rejects, a timeout answers, stopping answers what is left.
 */
export function sessionOf(hello: Hello, handler: Handler): Session {
  return new HandlerSession(hello, handler);
}

class HandlerSession implements Session {
  readonly hello: Hello;
  readonly noise = '';
  readonly breaches: readonly string[] = [];
  readonly #handler: Handler;
  readonly #stop = new AbortController();

  constructor(hello: Hello, handler: Handler) {
    this.hello = hello;
    this.#handler = handler;
  }

  ask(question: Question, { timeoutMs }: { readonly timeoutMs: number }): Promise<Answer> {
    const stop = this.#stop.signal;
    if (stop.aborted)
      return Promise.resolve({
        outcome: 'not run',
        reason: 'the session was stopped before it was sent',
        stopped: true,
      });
    return new Promise((resolve) => {
      const over = new AbortController();
      const settle = (answer: Answer): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', stopped);
        resolve(answer);
        over.abort();
      };
      const timer = setTimeout(
        () => settle({ outcome: 'timed out', afterMs: timeoutMs, stderr: '' }),
        timeoutMs,
      );
      const stopped = (): void =>
        settle({
          outcome: 'not run',
          reason: 'the session was stopped before the answer came',
          stopped: true,
        });
      stop.addEventListener('abort', stopped);
      void this.#handle(question, over.signal).then(settle);
    });
  }

  async #handle(question: Question, signal: AbortSignal): Promise<Answer> {
    try {
      return await this.#handler(question, signal);
    } catch (cause) {
      const stderr = cause instanceof Error ? (cause.stack ?? cause.message) : '';
      return { outcome: 'crashed', exit: `threw ${String(cause)}`, stderr, alongside: 0 };
    }
  }

  stop(): Promise<void> {
    this.#stop.abort();
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}
