import { arbitraryBytes } from '../../expect/arbitrary/bytes.ts';
import { arbitraryDouble, arbitraryLong } from '../../expect/arbitrary/number.ts';
import { arbitraryString } from '../../expect/arbitrary/string.ts';
import { arbitraryDate, arbitraryTime } from '../../expect/arbitrary/time.ts';
import { build } from '../../value/index.ts';
import { wire, type Kind } from '../kind.ts';

/** Arbitrary strings as long as this; the one that is longer than Node.js prints is directed. */
const STRING = 200;
/** Characters of a string that Node.js prints (util.inspect's default). */
const SHOWN = 10_000;

/** Kinds of values that have no parts. */
export const scalars: readonly Kind[] = [
  { name: 'null', about: 'null', directed: [build.nul] },
  { name: 'boolean', about: 'true and false', directed: wire('true', 'false') },
  {
    name: 'long',
    about: 'integers of 64 bits',
    directed: wire(
      '1',
      '0',
      '-1',
      '1000000',
      '9007199254740993',
      '9223372036854775807',
      '-9223372036854775808',
    ),
    arbitrary: arbitraryLong().map(build.long),
  },
  {
    name: 'wide integer',
    about: 'integers of more than 64 bits, which no database sends',
    directed: wire('9223372036854775808', '-9223372036854775809', '100000000000000000000'),
  },
  {
    name: 'double',
    about: 'doubles, but for -0.0',
    directed: wire('1.0', '0.0', '0.5', '1000000.0', '1.0E-7', '1.0E21', '9007199254740993.0', '4.9E-324'),
    arbitrary: arbitraryDouble()
      .filter((value) => !Object.is(value, -0))
      .map(build.double),
  },
  { name: 'negative zero', about: '-0.0', directed: wire('-0.0') },
  {
    name: 'string',
    about: 'strings of any characters',
    directed: [
      '',
      'a',
      'a b',
      'null',
      'None',
      'true',
      '1',
      '2018-01-02',
      "it's",
      'say "hi"',
      'nl\nx',
      'back\\slash',
      'é',
      '\ud800',
      // What closes a string, or an item, and opens the next, in one format or another.
      'x", "y',
      'x", b: "y',
      'x), StringV(y',
      'x),b: StringV(y',
      'x), b=StringV(y',
      'x), b -> StringV(y',
      '1 b:2',
      'x, y',
      'x'.repeat(SHOWN + 1),
    ].map((text) => build.str(text)),
    arbitrary: arbitraryString()
      .filter((text) => text.length <= STRING)
      .map((text) => build.str(text)),
  },
  {
    name: 'bytes',
    about: 'bytes',
    directed: wire(
      '{"@bytes":""}',
      '{"@bytes":"AQID"}',
      '{"@bytes":"AQIDBA=="}',
      '{"@bytes":"+/8="}',
      '{"@bytes":"LCA="}',
    ),
    arbitrary: arbitraryBytes().map(build.bytes),
  },
  {
    name: 'date',
    about: 'dates',
    directed: wire('{"@date":"2018-01-02"}', '{"@date":"1970-01-01"}', '{"@date":"2018-02-01"}'),
    arbitrary: arbitraryDate().map(build.date),
  },
  {
    name: 'time',
    about: 'timestamps',
    directed: wire(
      '{"@ts":"1970-01-01T00:00:00Z"}',
      '{"@ts":"2018-01-02T00:00:00Z"}',
      '{"@ts":"2018-01-02T03:04:05Z"}',
      '{"@ts":"2018-01-02T03:04:05.123Z"}',
      '{"@ts":"2018-01-02T03:04:05.123456789Z"}',
    ),
    arbitrary: arbitraryTime().map((text) => build.ts(text)),
  },
];
