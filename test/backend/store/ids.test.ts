import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snowflake } from '../../../src/backend/store/snowflake.ts';
import { TimeSource } from '../../../src/backend/store/time-source.ts';
import { zBase32 } from '../../../src/backend/store/z-base-32.ts';

/** A clock that shows the given times one after the other, then stays at the last. */
function clockOf(times: readonly number[]): () => number {
  let index = 0;
  return () => times[Math.min(index++, times.length - 1)] ?? 0;
}

const millis = fc.array(fc.integer({ min: 1_600_000_000_000, max: 1_600_000_000_050 }), {
  minLength: 1,
  maxLength: 3000,
  size: 'max',
});

describe('Snowflake', () => {
  it('makes the check values of spec 3.1', () => {
    expect(new Snowflake(() => Date.UTC(2021, 0, 1), 0).next()).toBe(286471330201600000n);
    const ids = new Snowflake(() => Date.UTC(2021, 0, 1, 0, 0, 1), 512);
    expect([ids.next(), ids.next(), ids.next(), ids.next()].at(-1)).toBe(286471331250179584n);
  });

  it('never repeats and never goes back, even when the clock does', () => {
    fc.assert(
      fc.property(millis, (times) => {
        const ids = new Snowflake(clockOf(times));
        let last = 0n;
        for (const _ of times) {
          const id = ids.next();
          expect(id > last).toBe(true);
          last = id;
        }
      }),
      { numRuns: 20 },
    );
  });

  it('goes on in the next millisecond when one is used up', () => {
    const ids = new Snowflake(() => Date.UTC(2021, 0, 1), 0);
    for (let index = 0; index < 1024; index++) ids.next();
    expect(ids.next()).toBe(286471330201600000n + (1n << 20n));
  });
});

describe('TimeSource', () => {
  it('gives each commit a later time than the snapshot and every commit before it', () => {
    fc.assert(
      fc.property(millis, (times) => {
        const source = new TimeSource(clockOf(times));
        let last = 0n;
        for (const _ of times) {
          const { snapshot, commitTime } = source.next(undefined);
          expect(snapshot >= last).toBe(true);
          expect(commitTime > snapshot).toBe(true);
          source.committed(commitTime);
          last = commitTime;
        }
      }),
      { numRuns: 20 },
    );
  });

  it('puts a lone write at a multiple of 10 ms and reads at whole milliseconds', () => {
    const source = new TimeSource(() => 1_600_000_000_123.7);
    expect(source.next(undefined)).toEqual({
      snapshot: 1_600_000_000_123_000n,
      commitTime: 1_600_000_000_130_000n,
    });
  });

  it('runs ahead of the clock by a millisecond a write, and by microseconds once it is a second ahead', () => {
    const source = new TimeSource(() => 1_600_000_000_000);
    let last = 0n;
    for (let index = 0; index < 5000; index++) source.committed((last = source.next(undefined).commitTime));
    expect(last).toBe(1_600_000_001_009_008n);
  });

  it('lets no two transactions read at one time, whatever the clock does', () => {
    const source = new TimeSource(() => 1_600_000_000_000);
    const snapshots = Array.from({ length: 100 }, () => source.next(undefined).snapshot);
    expect(new Set(snapshots).size).toBe(100);
    expect(snapshots).toEqual(snapshots.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('reads what the client has seen, and writes as if it had not said so', () => {
    const source = new TimeSource(() => 1_600_000_000_000);
    expect(source.next(4_102_444_800_000_001n)).toEqual({
      snapshot: 4_102_444_800_000_001n,
      commitTime: 1_600_000_000_010_000n,
    });
  });
});

describe('zBase32', () => {
  it.each([
    [286380733235200000n, 'yxhs5ouuyyyyy'],
    [0n, 'yyyyyyyyyyyyy'],
    [-1n, '9999999999996'],
  ])('%s is %s', (id, text) => {
    expect(zBase32(id)).toBe(text);
  });
});
