import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

export const SECRET = 'secret';

export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
}

/** The embedded database in a process of its own, as `printproof serve` starts it. */
export function startBackend(): Promise<Server> {
  const program = fileURLToPath(new URL('../../src/cli/printproof.mjs', import.meta.url));
  return startServer(program, 'serve', '--port', '0', '--secret', SECRET);
}

/** A bare HTTP/2 server of Node.js that answers every request with its own body. */
export function startEcho(): Promise<Server> {
  return startServer(fileURLToPath(new URL('programs/echo.mjs', import.meta.url)));
}

/** Starts a Node.js program whose first line is its URL. */
async function startServer(...line: readonly string[]): Promise<Server> {
  const child = execa(process.execPath, line, { stderr: 'inherit', buffer: false, reject: false });
  const lines = createInterface({ input: child.stdout });
  const [url] = await once(lines, 'line');
  const { pid } = child;
  if (typeof url !== 'string' || pid === undefined) throw new Error(`${line.join(' ')} did not start`);
  return {
    url,
    pid,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await child;
    },
  };
}
