import type { Session } from '../driver/driver.ts';
import type { Format } from '../format/format.ts';
import { formatOf } from '../format/index.ts';
import type { DriverRecord } from '../verdict/record.ts';
import type { Participant } from './participant.ts';
import type { ReadyDriver } from './run-scenario.ts';

/** A driver as it takes part in a run: its record, and its session and format where it runs. */
export interface OpenDriver {
  readonly record: DriverRecord;
  readonly running: { readonly session: Session; readonly format: Format } | undefined;
  /** The run was interrupted before it was known whether the driver can run. */
  readonly interrupted?: true;
}

/** Sets up and starts every participant, side by side. */
export function openDrivers(
  participants: readonly Participant[],
  progress: (message: string) => void,
  signal: AbortSignal,
): Promise<readonly OpenDriver[]> {
  return Promise.all(participants.map((participant) => open(participant, progress, signal)));
}

/** Stops what runs, side by side. */
export async function closeDrivers(drivers: readonly OpenDriver[]): Promise<void> {
  await Promise.all(drivers.map(async ({ running }) => running?.session.stop()));
}

/** The drivers that can be asked. */
export function readyDrivers(drivers: readonly OpenDriver[]): readonly ReadyDriver[] {
  return drivers.flatMap(({ record: { name, version }, running }) =>
    running === undefined ? [] : [{ name, version, ...running }],
  );
}

async function open(
  participant: Participant,
  progress: (message: string) => void,
  signal: AbortSignal,
): Promise<OpenDriver> {
  const { name, title, version, format: id } = participant;
  const described = { name, title, package: participant.package, version, format: id };
  const format = formatOf(id);
  if (format === undefined) {
    const problem = `Its driver.json names the format "${id}", which printproof does not know.`;
    return { record: { ...described, state: { kind: 'broken', problem } }, running: undefined };
  }
  const opening = await participant.open(progress, signal).catch((cause: unknown) => {
    if (signal.aborted) return undefined;
    throw cause;
  });
  if (opening === undefined) {
    const problem = 'The run was interrupted before it was ready.';
    return {
      record: { ...described, state: { kind: 'broken', problem } },
      running: undefined,
      interrupted: true,
    };
  }
  if (opening.kind !== 'ready') return { record: { ...described, state: opening }, running: undefined };
  const { driver, runtime, platform, locale, timeZone } = opening.session.hello;
  return {
    record: {
      ...described,
      version: driver.version,
      state: { kind: 'ran', runtime: `${runtime.name} ${runtime.version}`, platform, locale, timeZone },
    },
    running: { session: opening.session, format },
  };
}
