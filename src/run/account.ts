import type { Judged } from '../verdict/known.ts';
import { checkName, type Check } from '../verdict/verdict.ts';
import type { OpenDriver } from './open-drivers.ts';

/** The check of a driver's session as a whole: whatever it answered, its shim must have kept to the protocol. */
export function sessionCheck(driver: string): Check {
  return { scenario: 'session', driver, step: 'the whole run', expectation: 'keeps to the protocol' };
}

/**
 * Gives every planned check its result, in plan order: what was judged, else why it was not. Sessions must have been
 * stopped, since a shim can still break the protocol while it ends.
 */
export function account(
  plan: readonly Check[],
  drivers: readonly OpenDriver[],
  judged: readonly Judged[],
  interrupted: boolean,
): Judged[] {
  const byDriver = new Map(drivers.map((driver) => [driver.record.name, driver]));
  const byName = new Map(
    [...judged, ...drivers.flatMap(sessionResult)].map((one) => [checkName(one.check), one]),
  );
  const results = plan.map((check): Judged => {
    const name = checkName(check);
    const found = byName.get(name);
    byName.delete(name);
    return found ?? notJudged(check, byDriver.get(check.driver), interrupted);
  });
  const [unplanned] = byName.keys();
  if (unplanned !== undefined)
    throw new Error(
      `The plan and the judges do not fit: nobody planned "${unplanned}", and it would get lost.`,
    );
  return results;
}

function sessionResult({ record, running }: OpenDriver): Judged[] {
  if (running === undefined) return [];
  const check = sessionCheck(record.name);
  const { breaches } = running.session;
  if (breaches.length === 0) return [{ check, verdict: 'pass' }];
  const finding = { move: 'shim', shape: 'breached the protocol', detail: breaches.join('; ') } as const;
  return [{ check, verdict: 'protocol error', finding }];
}

function notJudged(check: Check, driver: OpenDriver | undefined, interrupted: boolean): Judged {
  const state = driver?.interrupted === true ? undefined : driver?.record.state;
  if (state?.kind === 'unavailable') {
    const detail = `${state.missing}. To get it: ${state.get}`;
    return { check, verdict: 'unavailable', finding: { move: 'environment', shape: 'unavailable', detail } };
  }
  if (state?.kind === 'broken')
    return { check, verdict: 'broken', finding: { move: 'shim', shape: 'broken', detail: state.problem } };
  const detail = interrupted ? 'The run was interrupted.' : 'Nothing reported it.';
  return { check, verdict: 'not run', finding: { move: 'environment', shape: 'not run', detail } };
}
