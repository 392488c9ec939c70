import { describeBreakdown, openDriver, type DriverFolder, type Preparation } from '../driver/index.ts';
import type { LiveDriver } from '../prove/live-driver.ts';
import type { Opening } from '../run/participant.ts';
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
      return openIn(await preparation, env);
    },
  };
}

async function openIn(preparation: Preparation, env: Readonly<Record<string, string>>): Promise<Opening> {
  switch (preparation.state) {
    case 'unavailable': {
      const [{ what, why, get }] = preparation.missing;
      return { kind: 'unavailable', missing: `${what}: ${why}`, get };
    }
    case 'broken':
      return { kind: 'broken', problem: `"${preparation.step}" failed:\n${preparation.output}` };
    case 'ready': {
      const opening = await openDriver(preparation, {}, env);
      return opening.ok
        ? { kind: 'ready', session: opening.session }
        : { kind: 'broken', problem: `${describeBreakdown(opening.failure)}\n${opening.noise}`.trim() };
    }
  }
}
