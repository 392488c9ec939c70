import { startProcess } from './channel/start-process.ts';
import { openSession, type SessionOpening } from './session/open-session.ts';
import type { SessionLimits } from './session/limits.ts';
import type { Ready } from './setup/preparation.ts';

/**
 * Starts the shim of a driver that is set up, and checks that it is the driver that driver.json names. Never rejects.
 * `env` is added to that of driver.json: another locale or time zone, for example.
 */
export function openDriver(
  { driver, start }: Ready,
  limits: Partial<SessionLimits> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<SessionOpening> {
  const command = { ...start, env: { ...start.env, ...env } };
  return openSession(() => startProcess(command), driver.manifest, limits);
}
