import * as fc from 'fast-check';
import { epochDay, epochDayText } from '../../value/index.ts';

const FIRST = epochDay('0001-01-01') ?? 0n;
const LAST = epochDay('9999-12-31') ?? 0n;

/** ISO dates of the years 1 to 9999, about one in two near today. */
export function arbitraryDate(): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.bigInt({ min: 17_000n, max: 20_000n }),
      fc.constantFrom(0n, -1n),
      fc.bigInt({ min: FIRST, max: LAST }),
    )
    .map(epochDayText);
}

/** UTC timestamps of the years 1 to 9999 with 0 to 9 digits after the second, trailing zeros included. */
export function arbitraryTime(): fc.Arbitrary<string> {
  const two = (below: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: below - 1 }).map((part) => String(part).padStart(2, '0'));
  const fraction = fc
    .integer({ min: 0, max: 9 })
    .chain((digits) =>
      digits === 0
        ? fc.constant('')
        : fc
            .integer({ min: 0, max: 10 ** digits - 1 })
            .map((part) => `.${String(part).padStart(digits, '0')}`),
    );
  return fc
    .tuple(arbitraryDate(), fc.oneof(fc.constant('00:00:00'), clock(two)), fraction)
    .map(([date, time, rest]) => `${date}T${time}${rest}Z`);
}

function clock(two: (below: number) => fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(two(24), two(60), two(60)).map((parts) => parts.join(':'));
}
