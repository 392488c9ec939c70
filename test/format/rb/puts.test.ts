import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/format/index.ts';
import { errorText } from '../../../src/format/rb/errors.ts';
import { rbVariants } from '../../../src/format/rb/index.ts';
import { build, jsonObject, type Value } from '../../../src/value/index.ts';

const { arr, bool, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;

const putsOf = (id: string): Format => {
  const found = rbVariants.find((format) => format.id === `${id}+puts`);
  if (found === undefined) throw new Error(`no puts of ${id}`);
  return found;
};
const puts = putsOf('rb/3.0');

const A = '0x0000000000000000';
const doc = ref('1', ref('users', ref('classes')));
const lambda = query(jsonObject({ lambda: 'x', expr: jsonObject({ var: 'x' }) }));

describe('rb/3.0+puts', () => {
  // What `puts` of Ruby 3.1.2 and of the gem's classes writes, without the last line feed.
  test.each<[string, Value, string]>([
    ['nil', nul, ''],
    ['a string', str('say "hi"\\'), 'say "hi"\\'],
    ['a string with a line feed at its end', str('a\n'), 'a'],
    ['a string with two', str('a\n\n'), 'a\n'],
    ['numbers', arr([long(1), double(1.5), double(1e21), bool(true)]), '1\n1.5\n1.0e+21\ntrue'],
    ['an empty array', arr([]), ''],
    [
      'arrays in an array',
      arr([arr([]), arr([long(1), arr([nul, str('a\n'), str('b')])]), obj({ a: long(1) })]),
      '1\n\na\nb\n{:a=>1}',
    ],
    ['a hash', obj({ a: str('x\n'), b: arr([nul]) }), '{:a=>"x\\n", :b=>[nil]}'],
    ['a native ref', ref('classes'), 'Ref(id=classes)'],
    ['a ref', doc, 'Ref(id=1,class=Ref(id=users,class=Ref(id=classes)))'],
    [
      'a ref in a database',
      ref('1', ref('classes', undefined, ref('d', ref('databases')))),
      'Ref(id=1,class=Ref(id=classes,database=Ref(id=d,class=Ref(id=databases))))',
    ],
    ['a date', date('2018-01-02'), '2018-01-02'],
    ['a date of a far year', date('+12018-01-02'), '12018-01-02'],
    ['a time', ts('2018-01-02T03:04:05.123456789Z'), '2018-01-02 03:04:05 UTC'],
    ['a time before 1970', ts('1969-12-31T23:59:59.500Z'), '1969-12-31 23:59:59 UTC'],
    ['a time of a far year', ts('+11476-08-15T05:20:00Z'), '11476-08-15 05:20:00 UTC'],
    ['bytes', bytes([1]), `#<Fauna::Bytes:${A}>`],
    ['a set', set({ match: doc }), `#<Fauna::SetRef:${A}>`],
    ['a query', lambda, `#<Fauna::QueryV:${A}>`],
  ])('prints %s', (_name, value, text) => {
    expect(puts.print(value)).toBe(text);
  });

  // What the classes of the tags 2.0.0, 2.3.0 and 2.4.0 wrote on Ruby 3.1.2.
  test.each<[string, Value, string]>([
    ['rb/2.0', doc, 'classes/users/1'],
    ['rb/2.0', ref('classes'), 'classes'],
    ['rb/2.0', arr([doc, ref('d', ref('databases'))]), 'classes/users/1\ndatabases/d'],
    ['rb/2.0', obj({ a: doc }), `{:a=>#<Fauna::Ref:${A} @value="classes/users/1">}`],
    ['rb/2.0', bytes([1]), '{:@bytes=>"AQ=="}'],
    ['rb/2.0', set({ match: doc }), `#<Fauna::SetRef:${A}>`],
    ['rb/2.0', lambda, '{:@query=>{:lambda=>"x", :expr=>{:var=>"x"}}}'],
    ['rb/2.3', bytes([1]), `#<Fauna::Bytes:${A}>`],
    ['rb/2.3', obj({ a: bytes([1]) }), `{:a=>#<Fauna::Bytes:${A} @bytes="\\x01">}`],
    ['rb/2.3', lambda, '{:@query=>{:lambda=>"x", :expr=>{:var=>"x"}}}'],
    ['rb/2.4', lambda, `#<Fauna::QueryV:${A}>`],
  ])('of %s prints and reads row %#', (id, value, text) => {
    const format = putsOf(id);
    expect(format.print(value)).toBe(text);
    const reading = format.parse(text);
    expect(reading.ok && reading.readings).toContainEqual(format.project(value));
  });

  test.each([
    ['rb/2.0', `#<Fauna::Bytes:${A}>`],
    ['rb/2.3', `#<Fauna::QueryV:${A}>`],
    ['rb/2.4', 'Ref(id=classes)'],
    ['rb/3.0', 'classes/users/1'],
    ['rb/2.4', 'classes/users/1/2'],
    ['rb/2.4', 'usr local'],
  ])('of %s takes %s for a string', (id, text) => {
    expect(putsOf(id).parse(text)).toMatchObject({ ok: true, onlyAsString: { offset: 0 } });
  });

  test.each<[string, readonly Value[]]>([
    ['', [nul, build.oneOf([str(''), str('\n')]), arr([])]],
    ['12', [long(12), arr([long(12)]), build.oneOf([str('12'), str('12\n')])]],
    ['1\ntrue', [arr([long(1), bool(true)]), build.oneOf([str('1\ntrue'), str('1\ntrue\n')])]],
  ])('lists what %j may be', (text, readings) => {
    expect(puts.parse(text)).toEqual({ ok: true, readings, complete: false });
  });

  test.each([
    'hello',
    '1\nhello',
    '1.50',
    '2018-13-45',
    'Ref(id=a b)',
    'Ref(id=a',
    '{:a=>1',
    '1\n',
    'nil',
    '"a"',
  ])('takes %j for a string and nothing else', (text) => {
    const reading = puts.parse(text);
    expect(reading).toMatchObject({ ok: true, onlyAsString: { offset: 0 } });
    expect(reading.ok && reading.readings).toHaveLength(1);
  });

  test('a time says its seconds only, a set its class', () => {
    expect(puts.project(ts('2018-01-02T03:04:05.9Z'))).toEqual(ts('2018-01-02T03:04:05Z', 1_000_000_000));
    expect(puts.project(set({ match: doc }))).toMatchObject({ kind: 'unsaid' });
    expect(puts.parse('#<Fauna::SetRef:0x00007f18fee3e4f0>')).toMatchObject({
      ok: true,
      readings: [puts.project(set({ match: doc })), { kind: 'array' }, {}],
    });
  });

  test('refs nested a million times take no stack', () => {
    expect(puts.parse('Ref(id=a,class='.repeat(1_000_000))).toMatchObject({ ok: true, onlyAsString: {} });
  });

  test('an error has no class', () => {
    const error = {
      status: 404,
      errors: [{ code: 'instance not found', description: 'Document not found.', position: ['create'] }],
    };
    const text = errorText(error);
    expect(text).toBe('Error at [:create]: instance not found - Document not found.');
    expect(puts.parseError(text)).toEqual({ ok: true, error: puts.projectError(error) });
  });
});
