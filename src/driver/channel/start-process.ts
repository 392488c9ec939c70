import { execa } from 'execa';
import type { Readable } from 'node:stream';
import type { ShimProcess } from './shim-process.ts';

/** How a shim is started; the members of `start` in driver.json with their placeholders filled in. */
export interface StartCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to this process's environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/**
 * A process that has exited may leave a child behind that holds its output open, so the end of the output is not waited
 * for longer than this: what the process itself wrote is in the pipe by then.
 */
const OUTPUT_DRAIN_MS = 1_000;

/**
 * Variables that tell programs how to print, or Node.js how to run, and that belong to whoever runs printproof (a test
 * runner sets some of them), not to the drivers; and the proxies of a company's network, which Python's client would ask
 * for the backend on this machine. A start command can set them on purpose.
 */
const NOT_INHERITED = {
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
  NODE_DISABLE_COLORS: undefined,
  NODE_OPTIONS: undefined,
  NODE_V8_COVERAGE: undefined,
  PYTHONIOENCODING: undefined,
  HTTP_PROXY: undefined,
  HTTPS_PROXY: undefined,
  ALL_PROXY: undefined,
  http_proxy: undefined,
  https_proxy: undefined,
  all_proxy: undefined,
};

/**
 * A process group of its own: Ctrl-C reaches a whole foreground group, and would end shims in mid-answer, before whoever
 * asked has decided what becomes of the question. It also lets what a shim started end with it. Windows has no such groups.
 */
const OWN_GROUP = process.platform !== 'win32';

/** Starts a shim as a process of the operating system. It ends with this process at the latest. */
export function startProcess({ command, args, env, cwd }: StartCommand): ShimProcess {
  const child = execa(command, args, {
    cwd,
    env: { ...NOT_INHERITED, ...env },
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    encoding: 'buffer',
    buffer: false,
    reject: false,
    // Who stops a shim decides about the delay before SIGKILL: see channel.ts.
    forceKillAfterDelay: false,
    detached: OWN_GROUP,
  });
  let isOver = false;
  const signal = (name: 'SIGTERM' | 'SIGKILL'): void => {
    // The number of a group that is over may be somebody else's by now.
    if (isOver) return;
    if (!OWN_GROUP || child.pid === undefined) return void child.kill(name);
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody is left in the group.
    }
  };
  const kill = (): void => signal('SIGKILL');
  endWithThisProcess(kill);
  // A process that dies while it is written to: the exit says so, the broken pipe adds nothing.
  child.stdin.on('error', () => undefined);

  let drain: NodeJS.Timeout | undefined;
  child.once('exit', () => {
    forget(kill);
    // What the shim started and did not end.
    kill();
    isOver = true;
    drain = setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, OUTPUT_DRAIN_MS);
  });
  const exited = child.then((result) => {
    forget(kill);
    clearTimeout(drain);
    if (result.signal !== undefined) return `killed by ${result.signal}`;
    if (result.exitCode !== undefined) return `exit status ${result.exitCode}`;
    return `did not start: ${result.originalMessage ?? result.shortMessage ?? 'unknown reason'}`;
  });

  return {
    stdout: chunks(child.stdout),
    stderr: chunks(child.stderr),
    exited,
    send: (line) => {
      if (child.stdin.writable) child.stdin.write(line);
    },
    endInput: () => void child.stdin.end(),
    terminate: () => signal('SIGTERM'),
    kill,
  };
}

/** How each living process is ended. One listener for all of them, however many there are. */
const living = new Set<() => void>();

function endWithThisProcess(kill: () => void): void {
  if (living.size === 0) process.on('exit', killAll);
  living.add(kill);
}

function forget(kill: () => void): void {
  living.delete(kill);
  if (living.size === 0) process.off('exit', killAll);
}

function killAll(): void {
  for (const kill of living) kill();
}

/** The stream's chunks; a stream that is destroyed has simply ended. */
async function* chunks(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } catch (cause) {
    if (!stream.destroyed) throw cause;
  }
}
