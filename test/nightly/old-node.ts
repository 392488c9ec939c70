import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Shown } from '../../src/format/js/layout/shown.ts';
import { treeJson } from '../format/js/layout/tree-json.ts';

const PROGRAM = fileURLToPath(new URL('answer.cjs', import.meta.url));

/** A Node.js that can be started. */
export interface Program {
  readonly path: string;
  readonly flags: readonly string[];
}

/** What a driver made of an answer of the database. */
export type Outcome =
  { readonly printed: string } | { readonly fails: 'decode' | 'print'; readonly message: string };

const outcome = z.union([
  z.object({ printed: z.string() }),
  z.object({ fails: z.enum(['decode', 'print']), message: z.string() }),
]);
const texts = z.object({ texts: z.array(z.string()) });
const greeting = z.union([z.object({ ready: z.string() }), z.object({ unavailable: z.string() })]);

/** A driver, and the server that answers it. */
export interface Connected {
  /** The folder of the package. */
  readonly driver: string;
  readonly port: number;
}

/** A Node.js that cannot do what it is asked: the driver does not load there. */
export interface Unavailable {
  readonly unavailable: string;
}

/** Starts a Node.js of any age, with a driver in it if one is given. */
export async function startNode(
  { path, flags }: Program,
  connected?: Connected,
): Promise<OldNode | Unavailable> {
  const child = spawn(
    path,
    [...flags, PROGRAM, ...(connected ? [connected.driver, String(connected.port)] : [])],
    {
      // Nothing of ours: FORCE_COLOR would colour prints, NODE_OPTIONS names what old releases do not know.
      env: { FORCE_COLOR: '0', SystemRoot: process.env['SystemRoot'] },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const node = new OldNode(child);
  const said = greeting.parse(await node.next());
  if ('ready' in said) return node;
  await node[Symbol.asyncDispose]();
  return { unavailable: said.unavailable };
}

export function isRunning(node: OldNode | Unavailable): node is OldNode {
  return node instanceof OldNode;
}

/** A conversation with a running Node.js, one question at a time. */
export class OldNode implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;

  constructor(child: ChildProcess) {
    const { stdout } = child;
    if (stdout === null) throw new Error('standard output of the Node.js that was started is no pipe');
    this.#child = child;
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
    this.#ended = new Promise((ended) => {
      child.once('close', ended);
      child.once('error', ended);
    });
  }

  /** What `util.inspect` to a depth (`null`: to any) writes for each tree; without a depth what `console.log` does. */
  async textsOf(trees: readonly Shown[], depth?: number | null): Promise<readonly string[]> {
    const question = { trees: trees.map(treeJson), ...(depth === undefined ? {} : { depth }) };
    return texts.parse(await this.#ask(question)).texts;
  }

  /** What the driver makes of what the server answers now. */
  async outcome(): Promise<Outcome> {
    return outcome.parse(await this.#ask({}));
  }

  /** The next thing it says. */
  async next(): Promise<unknown> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`the Node.js that was asked ended: ${String(await this.#ended)}`);
    return JSON.parse(line.value);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }

  #ask(question: object): Promise<unknown> {
    this.#child.stdin?.write(`${ascii(JSON.stringify(question))}\n`);
    return this.next();
  }
}

function ascii(json: string): string {
  return json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
