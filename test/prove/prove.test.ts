import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '../../src/prove/conditions.ts';
import { kinds } from '../../src/ledger/kinds.ts';
import type { KnownInstabilities } from '../../src/prove/known-instabilities.ts';
import type { LiveDriver } from '../../src/prove/live-driver.ts';
import { proofSchema, type Proof } from '../../src/prove/proof.ts';
import { prove } from '../../src/prove/prove.ts';
import { renderProof } from '../../src/prove/render.ts';
import { needed, scriptedDriver, type Lie } from './scripted-driver.ts';

const CONDITION_NAMES = new Set([
  'another process',
  'locale C',
  'locale de_DE.UTF-8',
  'time zone Asia/Kolkata',
]);
const NOTHING_KNOWN: KnownInstabilities = { version: 1, entries: [] };

function proofOf(
  id: string,
  driver: LiveDriver | undefined,
  known: KnownInstabilities = NOTHING_KNOWN,
  signal = new AbortController().signal,
): Promise<Proof> {
  return prove({
    formats: [needed(id)],
    kinds: kinds.filter(({ name }) => ['null', 'long', 'double', 'string', 'query'].includes(name)),
    drivers: driver === undefined ? [] : [driver],
    conditions: CONDITIONS.filter(({ name }) => CONDITION_NAMES.has(name)),
    runs: 10,
    seed: 1,
    timeoutMs: 20_000,
    known,
    progress: () => undefined,
    signal,
  });
}

const verdictsOf = ({ formats }: Proof): readonly string[] =>
  formats.flatMap((one) => one.kinds.map(({ kind, position, verdict }) => `${kind} ${position} ${verdict}`));
const replaysOf = ({ formats }: Proof) => formats.flatMap((one) => one.kinds.flatMap(({ pairs }) => pairs));
const driverOf = ({ formats }: Proof) => formats[0]?.driver;

describe('prove, with a driver that does what its model says', () => {
  it('shows each pair on the driver, and expects nothing else', async () => {
    const proof = await proofOf('java/2.7', scriptedDriver('java/2.7'));
    expect(verdictsOf(proof)).toEqual([
      'null top injective',
      'null inside injective',
      'long top injective',
      'long inside injective',
      'double top injective',
      'double inside injective',
      'string top ambiguous',
      'string inside ambiguous',
      'query top ambiguous',
      'query inside ambiguous',
    ]);
    expect(replaysOf(proof).map(({ replay }) => replay.kind)).toEqual(replaysOf(proof).map(() => 'one text'));
    expect(replaysOf(proof).map(({ left, right }) => [left.shown, right.shown])).toContainEqual([
      String.raw`["x\", \"y"]`,
      '["x", "y"]',
    ]);
    expect(driverOf(proof)).toMatchObject({ name: 'scripted', disagreements: [], state: { kind: 'ran' } });
    expect(driverOf(proof)?.held).toBeGreaterThan(150);
    expect(proof.unexpected).toBe(0);
  });

  it('is what the published schema says, and the same every time', async () => {
    const [one, other] = await Promise.all([
      proofOf('js/4.3', scriptedDriver('js/4.3')),
      proofOf('js/4.3', scriptedDriver('js/4.3')),
    ]);
    expect(proofSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(JSON.parse(JSON.stringify(other)));
  });

  it('tells what differs freely from what does not', async () => {
    let address = 0xc000;
    const print = (text: string): string => text.replaceAll('0x0', () => `0x${(address++).toString(16)}`);
    const proof = await proofOf('go/2.7', scriptedDriver('go/2.7', { prints: print }));
    expect(driverOf(proof)?.stability.map(({ condition, verdict }) => [condition, verdict])).toContainEqual([
      'asked again',
      'but for',
    ]);
    expect(proof.unexpected).toBe(0);
  });
});

describe('prove, with a driver that lies', () => {
  it.each<[string, string, Lie, string]>([
    [
      'tells two values of a pair apart',
      'java/2.7',
      { prints: (text, value) => (value.kind === 'array' && value.items.length === 1 ? `${text} ` : text) },
      'two texts',
    ],
    [
      'raises for what its model prints',
      'java/2.7',
      {
        answers: (value) =>
          value.kind === 'array'
            ? { outcome: 'unprintable', decoded: value, raised: { type: 'Oops', message: 'no' } }
            : undefined,
      },
      'raised',
    ],
    [
      'ends',
      'java/2.7',
      {
        answers: (value) =>
          value.kind === 'array'
            ? { outcome: 'crashed', exit: 'exit status 3', stderr: '', alongside: 0 }
            : undefined,
      },
      'broken',
    ],
  ])('and %s', async (_what, id, lie, replay) => {
    const proof = await proofOf(id, scriptedDriver(id, lie));
    expect(replaysOf(proof).map((pair) => pair.replay.kind)).toContain(replay);
    expect(proof.unexpected).toBeGreaterThan(0);
    expect(renderProof(proof, { colour: false })).toContain('in the model only');
  });

  it('and prints one value otherwise than its model: every proof of the model is then in doubt', async () => {
    const lie: Lie = {
      prints: (text, value) => (value.kind === 'date' ? text.replace('2018', '2019') : text),
    };
    const proof = await proofOf('py/2.7', scriptedDriver('py/2.7', lie));
    expect(driverOf(proof)?.disagreements.map(({ model, driver }) => [model, driver])).toEqual([
      ['2018-01-02', '2019-01-02'],
      ['2018-02-01', '2019-02-01'],
    ]);
    // And the date is not the string any more that the model says it is like.
    expect(proof.unexpected).toBe(3);
    expect(renderProof(proof, { colour: false })).toContain(
      '✗ date 2018-01-02: the model says 2018-01-02, the driver 2019-01-02',
    );
  });

  it.each<[string, Lie, string]>([
    [
      'prints otherwise the second time',
      { printsAgain: (text) => text.replace('null', 'nil') },
      'printed again',
    ],
    [
      'prints otherwise in another time zone',
      {
        prints: (text, value, env) =>
          value.kind === 'ts' && env['TZ'] !== undefined ? text.replace('Z', '+05:30') : text,
      },
      'time zone Asia/Kolkata',
    ],
    [
      'prints with a decimal comma in Germany',
      {
        prints: (text, _value, env) => (env['LC_ALL'] === 'de_DE.UTF-8' ? text.replace('0.5', '0,5') : text),
      },
      'locale de_DE.UTF-8',
    ],
  ])('and %s', async (_what, lie, condition) => {
    const proof = await proofOf('java/2.7', scriptedDriver('java/2.7', lie));
    expect(driverOf(proof)?.stability.find((one) => one.condition === condition)).toMatchObject({
      verdict: 'two texts',
    });
    expect(proof.unexpected).toBeGreaterThan(0);
    expect(renderProof(proof, { colour: false })).toContain(`✗ One value, two texts, ${condition}`);
  });
});

describe('known instabilities', () => {
  const lie: Lie = { prints: (text, _value, env) => (env['LC_ALL'] === 'C' ? text.replace('é', '?') : text) };
  const entry = {
    id: 'ascii',
    driver: 'scripted',
    versions: '>=1.0.0 <2',
    condition: 'locale C',
    reason: 'ASCII',
  };
  const known = (more: Partial<typeof entry> = {}): KnownInstabilities => ({
    version: 1,
    entries: [{ ...entry, ...more }],
  });

  it('are expected', async () => {
    const proof = await proofOf('java/2.7', scriptedDriver('java/2.7', lie), known());
    expect(driverOf(proof)?.stability.find(({ condition }) => condition === 'locale C')).toMatchObject({
      verdict: 'two texts',
      known: 'ascii',
    });
    expect([proof.unexpected, proof.stale]).toEqual([0, []]);
  });

  it('that do not show are an error of the file', async () => {
    const proof = await proofOf('java/2.7', scriptedDriver('java/2.7'), known());
    expect(proof.stale).toEqual([{ id: 'ascii', problem: 'the text is the same under: locale C' }]);
    expect(proof.unexpected).toBe(1);
  });

  it('of other versions expect nothing, and are not stale', async () => {
    const proof = await proofOf('java/2.7', scriptedDriver('java/2.7', lie), known({ versions: '>=2' }));
    expect(proof.stale).toEqual([]);
    expect(proof.unexpected).toBe(1);
  });
});

describe('prove, without a driver', () => {
  it('says that pairs are the model’s', async () => {
    const proof = await proofOf('java/2.7', undefined);
    expect(replaysOf(proof).map(({ replay }) => replay.kind)).toEqual(
      replaysOf(proof).map(() => 'model only'),
    );
    expect(proof.unexpected).toBe(0);
    expect(renderProof(proof, { colour: false })).toContain(
      'what its model says; no driver of the project prints so',
    );
  });

  it('tells one that cannot run here from one that is broken', async () => {
    const { name, title, format } = scriptedDriver('java/2.7');
    const away: LiveDriver = {
      name,
      title,
      format,
      isAsked: true,
      open: () => Promise.resolve({ kind: 'unavailable', missing: 'JDK', get: 'Get a JDK.' }),
    };
    const broken: LiveDriver = {
      ...away,
      open: () => Promise.resolve({ kind: 'broken', problem: 'it does not compile' }),
    };
    const [one, other] = [await proofOf('java/2.7', away), await proofOf('java/2.7', broken)];
    expect([one.unexpected, other.unexpected]).toEqual([0, 1]);
    expect(renderProof(one, { colour: false })).toContain('Get a JDK.');
    expect(renderProof(other, { colour: false })).toContain('it does not compile');
  });

  it('stops between formats when it is told to', async () => {
    const proof = await proofOf('java/2.7', undefined, NOTHING_KNOWN, AbortSignal.abort());
    expect(proof.formats).toEqual([]);
  });
});
