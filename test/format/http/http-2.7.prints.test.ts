import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../src/format/index.ts';
import { fromWire, writeJson } from '../../../src/value/index.ts';
import { realPrints } from '../prints.ts';

const http27 = formatOf('http/2.7');
if (http27 === undefined) throw new Error('http/2.7 is not in the table of formats');

/** Answers that the database does not write so, with what it writes for the value. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // Numbers as Java's Double.toString writes them; an integer has no -0, and infinity is a string.
  'long -0': '0',
  'double 12345678.9': '1.23456789E7',
  'double 1e23': '9.999999999999999E22',
  'double 2^53+1': '9.007199254740992E15',
  'double 1e400 (overflow)': '"Infinity"',
  // Objects are escaped when a key starts with `@`, and only then.
  'escaped object plain': '{"a":1}',
  'unknown tag': '{"@obj":{"@foo":"bar"}}',
  // Base64 has the standard alphabet and padding.
  'bytes url-safe alphabet': '{"@bytes":"+/8="}',
  'bytes url-safe in an object': '{"b":{"@bytes":"+/8="}}',
  'bytes unpadded': '{"@bytes":"AQI="}',
};

describe('http/2.7 and the answers behind the real prints', () => {
  const answers = realPrints('py', '4.5.1').filter(({ outcome }) => outcome !== 'error');

  test.each(answers)('print(parse(answer)) is the same answer: $case', ({ case: name, wire }) => {
    const answer = `{"resource":${writeJson(wire)}}`;
    const reading = http27.parse(answer);
    expect(reading).toMatchObject({ ok: true, complete: true, readings: [fromWire(wire)] });
    const exception = EXCEPTIONS[name];
    expect(http27.print(fromWire(wire))).toBe(exception === undefined ? answer : `{"resource":${exception}}`);
  });
});
