/** What a signal asked for: fires once, and knows the exit status that goes with it. */
export interface Interruption {
  readonly signal: AbortSignal;
  exitCode(): number | undefined;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Turns SIGINT and SIGTERM into an abort signal, so that what ran can still be reported and children are stopped. The
 * second signal ends the process at once.
 */
export function interruption(): Interruption {
  const controller = new AbortController();
  let code: number | undefined;
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (code !== undefined) process.exit(code);
      code = EXIT_CODES[name];
      console.error(`\n${name}: stopping, and reporting what ran. Once more to stop at once.`);
      controller.abort();
    });
  return { signal: controller.signal, exitCode: () => code };
}
