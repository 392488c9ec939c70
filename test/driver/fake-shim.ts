import type { z } from 'zod';
import type { ShimProcess } from '../../src/driver/channel/shim-process.ts';
import { requestSchema } from '../../src/driver/protocol/messages.ts';

/** What a fake shim can do; the counterpart of a real one's standard streams and exit. */
export interface FakeHands {
  /** Writes a framed reply. */
  reply(message: unknown): void;
  /** Writes bytes or text as they are. */
  write(output: string | Uint8Array): void;
  complain(output: string): void;
  exit(how: string): void;
}

/**
 * A shim inside the test, byte for byte what a process would be: `onMessage` gets each line that it is sent, parsed. It
 * ends with status 0 at the end of its input, and at once on SIGTERM.
 */
export function fakeShim(onMessage: (message: Message, hands: FakeHands) => void): ShimProcess {
  const stdout = new Pipe();
  const stderr = new Pipe();
  let exit: (how: string) => void = () => undefined;
  const exited = new Promise<string>((resolve) => {
    exit = (how) => {
      stdout.end();
      stderr.end();
      resolve(how);
    };
  });
  const hands: FakeHands = {
    reply: (message) => stdout.push(Buffer.from(`\u001E${JSON.stringify(message)}\n`)),
    write: (output) => stdout.push(Buffer.from(output)),
    complain: (output) => stderr.push(Buffer.from(output)),
    exit,
  };
  return {
    stdout,
    stderr,
    exited,
    send: (line) => onMessage(requestSchema.parse(JSON.parse(line)), hands),
    endInput: () => exit('exit status 0'),
    terminate: () => exit('killed by SIGTERM'),
    kill: () => exit('killed by SIGKILL'),
  };
}

/** A request as a shim sees it. */
export type Message = z.infer<typeof requestSchema>;

/** A hello that fits the contract. */
export function helloOf(concurrency = 1): Record<string, unknown> {
  return {
    type: 'hello',
    protocol: 1,
    driver: { name: 'fake', package: 'fake', version: '1.0.0' },
    runtime: { name: 'test', version: '1' },
    platform: 'none',
    locale: 'C',
    timeZone: 'UTC',
    concurrency,
    abilities: [],
  };
}

/** An honest answer with a decoded value. */
export function answerOf(id: string, decoded: unknown): Record<string, unknown> {
  return { type: 'answer', id, outcome: 'value', decoded, prints: ['MQo=', 'MQo='] };
}

class Pipe implements AsyncIterable<Uint8Array> {
  readonly #chunks: Uint8Array[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  push(chunk: Uint8Array): void {
    if (!this.#ended) this.#chunks.push(chunk);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) yield chunk;
      else if (this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
