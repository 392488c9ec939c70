import type { ShimProcess } from './shim-process.ts';

/**
 * Ends a shim as the contract says: the end of its input is its end, with status 0. Gives what it did instead, if it
 * did; it is gone in any case.
 */
export async function endPolitely(process: ShimProcess, graceMs: number): Promise<string | undefined> {
  process.endInput();
  const exit = await within(process.exited, graceMs);
  if (exit === 'exit status 0') return undefined;
  if (exit !== undefined) return `the shim ended with ${exit} at the end of its input`;
  await endByForce(process, graceMs);
  return `the shim was still running ${graceMs} ms after the end of its input`;
}

/** Ends a shim that hangs or talks nonsense: SIGTERM, and SIGKILL if that does not help. */
export async function endByForce(process: ShimProcess, graceMs: number): Promise<void> {
  process.endInput();
  process.terminate();
  if ((await within(process.exited, graceMs)) !== undefined) return;
  process.kill();
  await process.exited;
}

/** What the promise settles with, or `undefined` when that takes too long. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}
