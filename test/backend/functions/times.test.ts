import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf } from '../../../src/backend/functions/time/civil.ts';
import { askFor, type Row } from './ask-for.ts';

const RANGE =
  'dates and times must be between -1000000000-01-01T00:00:00Z and +1000000000-12-31T23:59:59.999999999Z';
const ts = (text: string): string => `{"@ts":"${text}"}`;

describe('times', () => {
  it.each<Row>([
    ['{"time":"2000-01-01T00:00:00+02:30"}', ts('1999-12-31T21:30:00Z')],
    ['{"date":"2020-02-29"}', '{"@date":"2020-02-29"}'],
    ['{"epoch":-1,"unit":"nanosecond"}', ts('1969-12-31T23:59:59.999999999Z')],
    ['{"epoch":2147483648,"unit":"second"}', ts('2038-01-19T03:14:08Z')],
    ['{"epoch":1,"unit":"half day"}', ts('1970-01-01T12:00:00Z')],
    [
      '{"time_add":{"time":"2021-06-15T08:09:10.000001Z"},"offset":63,"unit":"half days"}',
      ts('2021-07-16T20:09:10.000001Z'),
    ],
    ['{"time_add":{"date":"0001-01-01"},"offset":-1,"unit":"day"}', '{"@date":"0000-12-31"}'],
    [
      '{"time_subtract":{"time":"9999-12-31T23:59:59.999999999Z"},"offset":3,"unit":"nanosecond"}',
      ts('9999-12-31T23:59:59.999999996Z'),
    ],
    ['{"time_subtract":{"date":"1900-03-01"},"offset":1,"unit":"days"}', '{"@date":"1900-02-28"}'],
    [
      '{"time_diff":{"time":"2020-03-01T10:20:30.123456Z"},"other":{"time":"2020-03-02T10:20:30Z"},"unit":"hours"}',
      '23',
    ],
    [
      '{"time_diff":{"time":"2019-12-31T23:59:59.999999999Z"},"other":{"time":"0001-01-01T00:00:00Z"},"unit":"hour"}',
      '-17698175',
    ],
    ['{"time_diff":{"date":"2019-12-31"},"other":{"date":"2020-02-29"},"unit":"day"}', '60'],
    ['{"to_micros":{"time":"1969-12-31T23:59:59.9999999Z"}}', '-1'],
    ['{"to_millis":{"time":"1969-12-31T23:59:59.9999Z"}}', '-1'],
    ['{"to_seconds":-1}', '-1'],
    ['{"day_of_week":{"time":"0001-01-01T00:00:00Z"}}', '1'],
    ['{"day_of_year":{"time":"1582-10-15T00:00:00Z"}}', '288'],
    ['{"month":{"time":"1582-10-15T00:00:00Z"}}', '10'],
    ['{"year":-1}', '1969'],
    ['{"second":-1}', '59'],
    ['{"equals":[{"now":null},{"time":"now"}]}', 'true'],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<Row>([
    ['{"time":"1,2,3"}', `[] Cannot cast '1,2,3' to a time.`],
    ['{"date":"2020-01-01T00:00:00Z"}', `[] Cannot cast '2020-01-01T00:00:00Z' to a date.`],
    [`{"epoch":9223372036854775807,"unit":"second"}`, `[] ${RANGE}`],
    ['{"epoch":1,"unit":"week"}', '["unit"] Time Unit expected, String provided.'],
    ['{"time_add":{"time":"now"},"offset":9007199254740993,"unit":"half days"}', `["offset"] ${RANGE}`],
    ['{"time_add":{"date":"2019-12-31"},"offset":3,"unit":"hours"}', `["unit"] Invalid time unit 'hours'.`],
    ['{"time_add":134,"offset":79,"unit":"nanosecond"}', '["time_add"] Temporal expected, Integer provided.'],
    [
      '{"time_diff":{"date":"2020-03-01"},"other":{"time":"now"},"unit":"days"}',
      '["time_diff"] Incompatible time arguments.',
    ],
    [
      '{"time_diff":{"date":"2020-03-01"},"other":{"date":"2020-03-01"},"unit":"half days"}',
      `["unit"] Invalid time unit 'half days'.`,
    ],
    ['{"day_of_year":[]}', '["day_of_year"] Time expected, Array provided.'],
    ['{"to_micros":{"date":"2020-01-01"}}', '["to_micros"] Time expected, Date provided.'],
    ['{"now":1}', '["now"] Null expected, Integer provided.'],
  ])('%s is refused: %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it('knows the calendar as JavaScript does', () => {
    const date = fc.date({
      noInvalidDate: true,
      min: new Date('-010000-01-01'),
      max: new Date('+012000-01-01'),
    });
    fc.assert(
      fc.property(date, (when) => {
        const { year, month, day, dayOfWeek, dayOfYear } = civilOf(
          BigInt(Math.floor(when.getTime() / 86_400_000)),
        );
        expect([year, month, day]).toEqual([
          when.getUTCFullYear(),
          when.getUTCMonth() + 1,
          when.getUTCDate(),
        ]);
        expect(dayOfWeek % 7).toBe(when.getUTCDay());
        const start = new Date(when);
        start.setUTCMonth(0, 1);
        expect(dayOfYear).toBe(Math.round((when.getTime() - start.getTime()) / 86_400_000) + 1);
      }),
    );
  });

  it('what was added can be measured and taken away', async () => {
    const unit = fc.constantFrom(
      'day',
      'half days',
      'hours',
      'minute',
      'seconds',
      'millisecond',
      'microseconds',
      'nanosecond',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: -1e5, max: 1e5 }),
        unit,
        async (seconds, offset, name) => {
          const start = `{"epoch":${String(seconds)},"unit":"second"}`;
          const moved = `{"time_add":${start},"offset":${String(offset)},"unit":"${name}"}`;
          expect(await askFor(`{"time_diff":${start},"other":${moved},"unit":"${name}"}`)).toBe(
            String(offset),
          );
          expect(await askFor(`{"time_subtract":${moved},"offset":${String(offset)},"unit":"${name}"}`)).toBe(
            await askFor(start),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
