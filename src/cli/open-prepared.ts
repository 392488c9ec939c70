import { describeBreakdown, openDriver, type Preparation } from '../driver/index.ts';
import type { Opening } from '../run/participant.ts';

/** Starts the shim of a driver whose set-up is over, in an environment; or says why it cannot be started. */
export async function openPrepared(
  preparation: Preparation,
  env: Readonly<Record<string, string>> = {},
): Promise<Opening> {
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
