import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay, epochDayText, instant, instantText } from '../../src/value/index.ts';

describe('instants', () => {
  it('agree with Date in its range', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(-62e12), max: new Date(250e12), noInvalidDate: true }), (date) => {
        const text = date.toISOString().replace('.000Z', 'Z');
        const read = instant(text);
        expect(read && read.seconds * 1000n + BigInt(Math.floor(read.nanos / 1e6))).toBe(
          BigInt(date.getTime()),
        );
        expect(read && instantText(read)).toBe(text);
      }),
    );
  });

  it('come back from their text, to the nanosecond and far beyond year 9999', () => {
    const seconds = fc.bigInt({ min: -31557014167219200n, max: 31556889864403199n });
    fc.assert(
      fc.property(seconds, fc.nat({ max: 999_999_999 }), (whole, nanos) => {
        expect(instant(instantText({ seconds: whole, nanos }))).toEqual({ seconds: whole, nanos });
      }),
    );
  });

  it('dates come back from their day number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -365243219162n, max: 365241780471n }), (day) => {
        expect(epochDay(epochDayText(day))).toBe(day);
      }),
    );
  });

  it.each([
    ['1970-01-01T00:00:00Z', 0n, 0],
    ['2018-01-02T03:04:05.1Z', 1514862245n, 100_000_000],
    ['2018-01-02T03:04:05.123456789Z', 1514862245n, 123_456_789],
    ['-0001-12-31T23:59:59.5Z', -62167219201n, 500_000_000],
  ])('reads %s', (text, seconds, nanos) => {
    expect(instant(text)).toEqual({ seconds, nanos });
  });

  it.each(['', 'any text', '2018-01-02', '2018-01-02T03:04:05', '2018-01-02T03:04:05+01:00'])(
    'refuses %j',
    (text) => {
      expect(instant(text)).toBeUndefined();
    },
  );
});
