import pLimit from 'p-limit';
import type { Answer, Session } from '../driver/driver.ts';
import { printedText } from '../run/judge.ts';
import type { Opening } from '../run/participant.ts';
import { toWire, type Generation, type Value } from '../value/index.ts';
import type { AnsweringBackend } from './answering-backend.ts';

/** A driver that can be asked what it really prints. */
export interface LiveDriver {
  readonly name: string;
  readonly title: string;
  /** Id of the format that it prints in. */
  readonly format: string;
  /** `false`: nobody wants to know; its format is judged by the model alone. */
  readonly isAsked: boolean;
  /**
   * Starts a process of its own, with these environment variables beside the usual ones. The driver is set up the first time.
   */
  open(env: Readonly<Record<string, string>>): Promise<Opening>;
}

/** What a driver did with an answer of the database. */
export type RealPrint =
  | { readonly kind: 'text'; readonly bytes: readonly [Uint8Array, Uint8Array] }
  /** It could not decode the answer, or not print what it decoded. */
  | { readonly kind: 'raised'; readonly where: 'decode' | 'print'; readonly message: string }
  /** The process, the protocol or the clock failed: nothing is known of the print. */
  | { readonly kind: 'broken'; readonly problem: string };

export interface AskSettings {
  readonly session: Session;
  readonly backend: AnsweringBackend;
  readonly generation: Generation;
  /** Milliseconds for each value. */
  readonly timeoutMs: number;
}

/** Lets the driver get each value from the database and print it, twice each; in the order of the values. */
export function realPrints(
  values: readonly Value[],
  { session, backend, generation, timeoutMs }: AskSettings,
): Promise<readonly RealPrint[]> {
  // As many at once as the shim works on: what waits needs no timer.
  const limit = pLimit(session.hello.concurrency);
  const print = async (value: Value): Promise<RealPrint> => {
    const query = backend.answer(toWire(value, generation));
    return printOf(await session.ask({ endpoint: backend.url, secret: SECRET, query }, { timeoutMs }));
  };
  return Promise.all(values.map((value) => limit(print, value)));
}

/** The server asks for none; drivers insist on sending one. */
const SECRET = 'secret';

function printOf(answer: Answer): RealPrint {
  switch (answer.outcome) {
    case 'value':
      return { kind: 'text', bytes: answer.prints };
    case 'error':
      return { kind: 'raised', where: 'decode', message: raisedText(answer.raised) };
    case 'unprintable':
      return { kind: 'raised', where: 'print', message: raisedText(answer.raised) };
    case 'unsupported':
      return { kind: 'broken', problem: `the shim cannot build ${answer.what}` };
    case 'crashed':
      return { kind: 'broken', problem: `it ended: ${answer.exit}` };
    case 'timed out':
      return { kind: 'broken', problem: `no answer after ${answer.afterMs} ms` };
    case 'protocol error':
      return { kind: 'broken', problem: answer.problem };
    case 'not run':
      return { kind: 'broken', problem: answer.reason };
  }
}

function raisedText({ type, message }: { readonly type: string; readonly message: string }): string {
  return `${type}: ${message}`;
}

/** The text of a print, without the line feed that the print statement adds; `undefined`: there is none. */
export function textOf(print: RealPrint, which: 0 | 1 = 0): string | undefined {
  return print.kind === 'text' ? printedText(print.bytes[which]) : undefined;
}
