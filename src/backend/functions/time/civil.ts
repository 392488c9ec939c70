/** A day of the calendar and where it stands in its year and week. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** From 1. */
  readonly dayOfYear: number;
  /** Monday is 1. */
  readonly dayOfWeek: number;
}

/** The calendar's name for a number of days since 1970-01-01 (proleptic Gregorian, as in Java). */
export function civilOf(epochDay: bigint): Civil {
  // Counted from 0000-03-01, so that the leap day is the last of its year. Every year that Java knows fits a double.
  const days = Number(epochDay) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayFromMarch = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayFromMarch + 2) / 153);
  const day = dayFromMarch - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfYear = month > 2 ? dayFromMarch + (isLeap(year) ? 61 : 60) : dayFromMarch - 305;
  return { year, month, day, dayOfYear, dayOfWeek: ((((days + 2) % 7) + 7) % 7) + 1 };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
