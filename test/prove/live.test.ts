/**
 * The proofs on the real drivers that can run here: what the models say is what the drivers do. And where the tables of the
 * specification say otherwise than the ledger, the driver is asked who is right.
 */
import { describe, expect, it } from 'vitest';
import { liveDriver } from '../../src/cli/live-driver.ts';
import { readManifests } from '../../src/cli/participants.ts';
import { readInstabilities } from '../../src/cli/read-instabilities.ts';
import { formatOf } from '../../src/format/index.ts';
import { wire } from '../../src/ledger/kind.ts';
import { kinds } from '../../src/ledger/kinds.ts';
import { startAnswering } from '../../src/prove/answering-backend.ts';
import { CONDITIONS } from '../../src/prove/conditions.ts';
import { realPrints, type RealPrint } from '../../src/prove/live-driver.ts';
import { prove } from '../../src/prove/prove.ts';
import { replayOf } from '../../src/prove/replay.ts';
import { realPrints as recordedPrints } from '../format/prints.ts';
import type { Claim } from '../ledger/spec/claims.ts';
import { knownDisagreements } from '../ledger/spec/disagreements.ts';
import { needed } from './scripted-driver.ts';

const { signal } = new AbortController();
const TIMEOUT_MS = 60_000;
const drivers = (await readManifests()).map((driver) => liveDriver(driver, () => undefined, signal));
const proof = await prove({
  formats: drivers.flatMap(({ format }) => formatOf(format) ?? []),
  kinds,
  drivers,
  conditions: CONDITIONS,
  runs: 10,
  seed: 20_211_015,
  timeoutMs: TIMEOUT_MS,
  known: await readInstabilities(),
  progress: () => undefined,
  signal,
});

describe.each(proof.formats)('$format', ({ driver, kinds: verdicts }) => {
  const away = driver?.state.kind === 'unavailable' ? `unavailable: ${driver.state.missing}` : undefined;

  it('has a driver that is no worse than away', () => {
    expect(driver?.state.kind).toMatch(/^(?:ran|unavailable)$/);
  });

  it('prints two values alike where its model does', ({ skip }) => {
    if (away !== undefined) skip(away);
    const pairs = verdicts.flatMap((one) => one.pairs);
    expect(pairs).not.toEqual([]);
    expect(pairs.filter(({ replay }) => replay.kind !== 'one text')).toEqual([]);
  });

  it('prints every directed value as its model does', ({ skip }) => {
    if (away !== undefined) skip(away);
    expect(driver?.held).toBeGreaterThan(150);
    expect(driver?.disagreements).toEqual([]);
  });

  it('prints one value as one text however it is run, but for what is known', ({ skip }) => {
    if (away !== undefined) skip(away);
    const unstable = driver?.stability.filter(
      ({ verdict, known }) => verdict === 'broken' || (verdict === 'two texts' && known === undefined),
    );
    expect(unstable).toEqual([]);
  });
});

it('a real driver ran, and nothing was unexpected', () => {
  expect(proof.formats.map(({ driver }) => driver?.state.kind)).toContain('ran');
  expect([proof.unexpected, proof.stale]).toEqual([0, []]);
});

describe('where the tables of the specification and the ledger disagree', () => {
  const rows = knownDisagreements.flatMap(({ formats, shows, kind, points: [point] }) =>
    shows === undefined ? [] : formats.map((id) => ({ id, shows, kind, point })),
  );

  it.for(rows)('$id, $kind, $point: the driver does as the ledger says', async ({ id, shows }, { skip }) => {
    const driver = drivers.find(({ format }) => format === id);
    if (driver === undefined) return skip('no driver of the project prints so today');
    const opening = await driver.open({});
    if (opening.kind === 'unavailable') return skip(`unavailable: ${opening.missing}`);
    if (opening.kind !== 'ready') throw new Error(`${driver.title} is broken: ${opening.problem}`);
    await using session = opening.session;
    await using backend = await startAnswering();
    const { generation } = needed(id).about;
    const prints = await realPrints(wire(...textsOf(shows)), {
      session,
      backend,
      generation,
      timeoutMs: TIMEOUT_MS,
    });
    expect(outcomeOf(shows, id, prints)).toBe(expectedOf(shows));
  });

  const recorded = knownDisagreements.flatMap(({ formats, seen, shows }) =>
    seen === undefined || shows === undefined ? [] : formats.map((id) => ({ id, seen, shows })),
  );

  it.each(recorded)(
    '$id: a recorded print of $seen shows it',
    ({ id, seen: [driver, version, name], shows }) => {
      const print = recordedPrints(driver, version).find((one) => one.case === name);
      const [, other] = wire(...textsOf(shows));
      if (other === undefined) throw new Error('only pairs are recorded');
      expect(print?.printed).toBe(needed(id).print(other));
    },
  );
});

function textsOf(claim: Claim): readonly string[] {
  if ('pair' in claim) return claim.pair;
  if ('fails' in claim) return [claim.fails];
  throw new Error('a disagreement is shown by a pair or by a failure');
}

function expectedOf(claim: Claim): string {
  return 'fails' in claim ? claim.where : 'one text';
}

function outcomeOf(claim: Claim, id: string, [print, other]: readonly RealPrint[]): string {
  if (print === undefined) throw new Error('nothing was printed');
  if ('fails' in claim) return print.kind === 'raised' ? print.where : print.kind;
  return other === undefined ? 'one print' : replayOf(needed(id), print, other).kind;
}
