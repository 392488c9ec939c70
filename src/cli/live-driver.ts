import type { DriverFolder, Preparation } from '../driver/index.ts';
import type { LiveDriver } from '../prove/live-driver.ts';
import { openPrepared } from './open-prepared.ts';
import { prepareDriver } from './participants.ts';

/** A driver folder whose shim can be started in any environment; it is set up the first time. */
export function liveDriver(
  driver: DriverFolder,
  say: (message: string) => void,
  signal: AbortSignal,
): LiveDriver {
  const { name, title, format } = driver.manifest;
  let preparation: Promise<Preparation> | undefined;
  return {
    name,
    title,
    format,
    isAsked: true,
    open: async (env) => {
      preparation ??= prepareDriver(driver, say, { signal });
      try {
        return await openPrepared(await preparation, env);
      } catch (cause) {
        if (!signal.aborted) throw cause;
        return { kind: 'broken', problem: 'The proof was interrupted before it was ready.' };
      }
    },
  };
}
