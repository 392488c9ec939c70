import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDouble } from '../../../src/backend/functions/format/format-number.ts';
import { askFor, type Row } from './ask-for.ts';

const TIME = '{"time":"2020-03-01T15:04:05.123456Z"}';

describe('format', () => {
  it.each<readonly [string, string, string]>([
    ['%s is %d', '["a",1]', 'a is 1'],
    ['%5.2f|%-5s|%05d|%x|%e|%%|%n', '[1.234,"a",42,255,12345.678]', ' 1.23|a    |00042|ff|1.234568e+04|%|\n'],
    ['%2$s %1$s', '["a","b"]', 'b a'],
    ['%s %s', '[null,1.0]', 'null 1.0'],
    ['%10.3s|', '["abcdef"]', '       abc|'],
    ['%S', '["abc"]', 'ABC'],
    ['%,d %,d', '[1234567,-1234567]', '1,234,567 -1,234,567'],
    ['%(d %(,d', '[-5,-12345]', '(5) (12,345)'],
    ['%+d % d %+d', '[5,5,-5]', '+5  5 -5'],
    ['%06d %-6d|', '[-42,42]', '-00042 42    |'],
    ['%x %o %X %#x', '[-1,8,255,255]', 'ffffffffffffffff 10 FF 0xff'],
    ['%.0f %.3f', '[0.5,2.0005]', '1 2.001'],
    ['%.2f %.2f', '[1.005,0.125]', '1.01 0.13'],
    ['%08.3f %,.1f', '[-1.5,12345.67]', '-001.500 12,345.7'],
    ['%e %E %.0e', '[0.0,1234.5,15.0]', '0.000000e+00 1.234500E+03 2e+01'],
    ['%g %g %g', '[0.00001,123456.0,1234567.0]', '1.00000e-05 123456 1.23457e+06'],
    ['%g %.3g', '[0.0,0.00012345]', '0.00000 0.000123'],
    [
      '%f %5.1f|',
      '[{"divide":[1e308,1e-308]},{"subtract":[{"divide":[1e308,1e-308]},{"divide":[1e308,1e-308]}]}]',
      'Infinity   NaN|',
    ],
    ['%b %b %b %B', '[null,false,0,true]', 'false false true TRUE'],
    ['%@', '[{"object":{"a":1}}]', '{"a":1}'],
    ['%^s', '["a"]', '"a"s'],
    [
      '%@ %^',
      '[{"tokens":null},{"ref":{"tokens":null},"id":"1"}]',
      '{"@ref":{"id":"tokens"}} {"@ref":{"id":"1","collection":{"@ref":{"id":"tokens"}}}}',
    ],
    ['%t', `[${TIME}]`, '2020-03-01T15:04:05.123456Z'],
    ['%tF %tT %tD', `[${TIME},${TIME},${TIME}]`, '2020-03-01 15:04:05 03/01/20'],
    ['%1$tB %1$tb %1$tA %1$ta %1$tj', `[${TIME}]`, 'March Mar Sunday Sun 061'],
    ['%1$tI %1$tl %1$tp %1$tr %1$tR', `[${TIME}]`, '03 3 pm 03:04:05 PM 15:04'],
    ['%1$tL %1$tN %1$ts %1$tQ %1$tZ %1$tz', `[${TIME}]`, '123 123456000 1583075045 1583075045123 UTC +0000'],
    ['%1$tC %1$ty %1$te %1$tk', `[${TIME}]`, '20 20 1 15'],
    ['%tc', `[${TIME}]`, 'Sun Mar 01 15:04:05 UTC 2020'],
    ['%t %tY', '[{"date":"2020-02-29"},{"date":"2020-02-29"}]', '2020-02-29 2020'],
    ['plain', '["x"]', 'plain'],
  ])('%j with %s is %j', async (format, values, text) => {
    expect(await askFor(`{"format":${JSON.stringify(format)},"values":${values}}`)).toBe(
      JSON.stringify(text),
    );
  });

  it.each<Row>([
    ['{"format":"%d","values":["x"]}', '["values",0] Integer expected, String provided.'],
    ['{"format":"%f","values":[1]}', '["values",0] Number expected, Integer provided.'],
    ['{"format":"%s","values":[]}', '["format"] format specifiers count must be <= arguments size'],
    ['{"format":"%2$s","values":["a"]}', '["format"] index must be >= 1 and <= arguments size'],
    ['{"format":"%s %s %s","values":[1,[]]}', '["values",1] Cannot cast Array to String.'],
    ['{"format":"%q","values":[1]}', `["format"] Invalid conversion format '%q'.`],
    ['{"format":"%","values":[1]}', `["format"] Invalid conversion format '%'.`],
    ['{"format":"%c","values":[]}', `["format"] Invalid conversion format '%c'.`],
    ['{"format":"%-d","values":[1]}', `["format"] Invalid conversion format '%-d'.`],
    ['{"format":"%tT","values":["x"]}', '["values",0] Date or Time expected, String provided.'],
    ['{"format":"%tq","values":[{"date":"2020-02-29"}]}', `["format"] Invalid date/time suffix 'q'.`],
    ['{"format":"%tH","values":[{"date":"2020-02-29"}]}', `["format"] Invalid date/time suffix 'H'.`],
  ])('%s is refused: %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  const specifier = { text: '%f', index: undefined, flags: '', width: 0, isTime: false };
  it('agrees with JavaScript where no digit is a tie', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (thousandths, precision) => {
          const value = thousandths / 8;
          fc.pre(precision >= 3);
          expect(formatDouble(value, { ...specifier, precision, conversion: 'f' })).toBe(
            `${Object.is(value, -0) ? '-' : ''}${value.toFixed(precision)}`,
          );
        },
      ),
    );
  });

  it('writes numbers that read back as themselves, given enough digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatDouble(value, { ...specifier, precision: 17, conversion: 'e' }))).toBe(value);
      }),
    );
  });
});
