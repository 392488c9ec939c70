import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/format/index.ts';
import { generatedPairs } from '../../../src/run/generate/pairs.ts';
import { generatedValues } from '../../../src/run/generate/values.ts';
import { build, firstDifference, toTagged, writeJson, type Value } from '../../../src/value/index.ts';
import type { DiscoveryRecord } from '../../../src/verdict/record.ts';
import { modelDriver } from '../model-driver.ts';
import { knowing, runGenerated, unexpected } from './run-generated.ts';

const DISTINCT = 'prints distinct values differently';
const NAME = 'generated-pairs';

const { arr, bytes, double, long, obj, str } = build;
const member = (value: Value): Value => obj({ v: value });
const example = (...pair: readonly Value[]) => JSON.parse(writeJson(pair.map(toTagged))) as [];
const valuesOf = ({ example: pair }: DiscoveryRecord): readonly Value[] => generatedValues.fromJson(pair);

function formatNamed(id: string) {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

describe.each(['java/2.7', 'go/2.7', 'js/4.3', 'py/2.7', 'scala/2.7', 'cs/2.9'])('the model of %s', (id) => {
  it('has pairs with one text, each really printed, each of a shape of its own', async () => {
    const record = await runGenerated(generatedPairs, [modelDriver({}, { format: id })]);
    expect(record.discoveries.length).toBeGreaterThan(0);
    for (const discovery of record.discoveries) {
      const [left, right] = valuesOf(discovery);
      if (left === undefined || right === undefined) throw new Error('a pair has two values');
      expect(firstDifference(left, right)).toBeDefined();
      const { print, mask } = formatNamed(id);
      expect(mask(print(left))).toBe(mask(print(right)));
    }
    const shapes = record.discoveries.map(({ shape }) => shape);
    expect(new Set(shapes).size).toBe(shapes.length);
    expect(unexpected(record)).toMatchObject([
      { check: { step: 'any step', expectation: DISTINCT }, verdict: 'fail', finding: { move: 'printer' } },
    ]);
  });
});

describe('the smallest pair', () => {
  it.each<[string, string, readonly Value[]]>([
    ['java/2.7', 'one text: kind: array ≠ bytes', [bytes([]), arr([])]],
    ['java/2.7', 'one text: length: array ≠ array', [arr([str(''), str('')]), arr([str('", "')])]],
    ['js/4.3', 'one text: kind: double ≠ long', [long(0), double(0)]],
    ['go/2.7', 'one text: kind: boolean ≠ string', [build.bool(false), str('false')]],
  ])('of %s: %s', async (id, shape, pair) => {
    const record = await runGenerated(generatedPairs, [modelDriver({}, { format: id })]);
    const found = record.discoveries.find((one) => one.shape === shape);
    expect(found && valuesOf(found)).toEqual(pair.map(member));
  });
});

describe('an honest driver whose format says everything', () => {
  it('has no pairs, and passes', async () => {
    const record = await runGenerated(generatedPairs, [modelDriver({}, { format: 'http/2.7' })]);
    expect(record.discoveries).toEqual([]);
    expect(record.results).toMatchObject([
      { check: { scenario: NAME, expectation: DISTINCT }, verdict: 'pass' },
      { check: { scenario: 'session' } },
    ]);
  });
});

describe('a liar is caught', () => {
  it('that prints every number as one, of which its model knows nothing', async () => {
    const lie = { prints: (text: string) => twice(text.replaceAll(/:-?\d+(?=[,}])/g, ':1')) };
    const record = await runGenerated(generatedPairs, [modelDriver(lie, { format: 'http/2.7' })]);
    const found = record.discoveries.find(({ shape }) => shape === 'one text: value: long ≠ long');
    expect(found?.replay.path).toMatch(/^live:/);
    const [left, right] = found === undefined ? [] : valuesOf(found);
    expect(left).toMatchObject({ entries: [['v', { kind: 'long' }]] });
    expect(right).toMatchObject({ entries: [['v', { kind: 'long' }]] });
  });

  it('that drops a member while printing', async () => {
    const lie = { prints: (text: string) => twice(text.replace(/"v":.*(?=\})/s, '')) };
    const record = await runGenerated(generatedPairs, [modelDriver(lie, { format: 'http/2.7' })]);
    expect(record.discoveries.length).toBeGreaterThan(0);
    for (const discovery of record.discoveries) expect(valuesOf(discovery)).toHaveLength(2);
    expect(unexpected(record)).toMatchObject([{ finding: { move: 'printer' } }]);
  });

  it("that prints differently what its model prints alike: our parser's move", async () => {
    let count = 0;
    const lie = {
      prints: (text: string) => {
        count += 1;
        return twice(`${text} ${count}`);
      },
    };
    const record = await runGenerated(generatedPairs, [modelDriver(lie, { format: 'java/2.7' })]);
    expect(unexpected(record)).toMatchObject([
      { finding: { move: 'our parser', shape: expect.stringMatching(/^only the model: one text: /) } },
    ]);
  });
});

describe('what breaks is no pass', () => {
  it('a driver that crashes', async () => {
    const lie = {
      answers: () => ({ outcome: 'crashed', exit: 'exit status 7', stderr: '', alongside: 0 }) as const,
    };
    const record = await runGenerated(generatedPairs, [modelDriver(lie, { format: 'http/2.7' })]);
    expect(unexpected(record)).toMatchObject([{ check: { expectation: DISTINCT }, verdict: 'crashed' }]);
    expect(record.discoveries).toEqual([]);
  });

  it('an interrupted run', async () => {
    const record = await runGenerated(generatedPairs, [modelDriver()], { signal: AbortSignal.abort() });
    expect(record.results.find(({ check }) => check.scenario === NAME)?.verdict).toBe('not run');
  });

  it('a search that ends with the most discoveries has seen no more than these', async () => {
    const record = await runGenerated(generatedPairs, [modelDriver({}, { format: 'go/2.7' })]);
    expect(record.discoveries).toHaveLength(5);
  });
});

describe('a known divergence', () => {
  const known = {
    scenario: NAME,
    expectation: DISTINCT,
    example: example(member(bytes([])), member(arr([]))),
    shape: 'one text: kind: array ≠ bytes',
  };

  it('must collide, and is not discovered again', async () => {
    const record = await runGenerated(
      generatedPairs,
      [modelDriver({}, { format: 'java/2.7' })],
      knowing(known),
    );
    expect(record.results.find(({ check }) => check.step === 'known')).toMatchObject({
      verdict: 'fail',
      known: 'known',
      expected: true,
      finding: { shape: known.shape },
    });
    expect(record.stale).toEqual([]);
    expect(record.discoveries.map(({ shape }) => shape)).not.toContain(known.shape);
  });

  it('that no longer collides is stale', async () => {
    const record = await runGenerated(
      generatedPairs,
      [modelDriver({}, { format: 'http/2.7' })],
      knowing(known),
    );
    expect(record.stale).toMatchObject([{ id: 'known', problem: expect.stringMatching(/^passes now/) }]);
  });

  it('that collides for another reason is stale', async () => {
    const other = { ...known, shape: 'one text: kind: double ≠ long' };
    const record = await runGenerated(
      generatedPairs,
      [modelDriver({}, { format: 'java/2.7' })],
      knowing(other),
    );
    expect(record.stale).toMatchObject([
      { id: 'known', problem: expect.stringMatching(/^fails differently/) },
    ]);
  });

  it('with an example that is no pair is red', async () => {
    const record = await runGenerated(
      generatedPairs,
      [modelDriver({}, { format: 'http/2.7' })],
      knowing({ ...known, example: example(long(1)) }),
    );
    expect(unexpected(record)).toMatchObject([{ check: { step: 'known' }, verdict: 'not run' }]);
  });
});

describe('a discovery', () => {
  it('comes again from its seed, and from its path', async () => {
    const driver = modelDriver({}, { format: 'java/2.7' });
    const first = await runGenerated(generatedPairs, [driver]);
    expect((await runGenerated(generatedPairs, [driver])).discoveries).toEqual(first.discoveries);
    for (const { shape, example: pair, replay } of first.discoveries) {
      const again = await runGenerated(generatedPairs, [driver], { seed: replay.seed, path: replay.path });
      expect(again.discoveries.find((one) => one.shape === shape)?.example).toEqual(pair);
    }
  });
});

function twice(text: string): readonly [string, string] {
  return [text, text];
}
