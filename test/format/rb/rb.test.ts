import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue, type Format } from '../../../src/format/index.ts';
import { rbFormats, rbVariants } from '../../../src/format/rb/index.ts';
import { build, jsonObject, type Value } from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';
import { hasPathsOnly, hasPlainQueries } from '../path-values.ts';

const { arr, bytes, date, double, long, nul, obj, query, ref, set, str, ts } = build;

function rb(id: string): Format {
  const found = [...rbFormats, ...rbVariants].find((format) => format.id === id);
  if (found === undefined) throw new Error(`no format ${id}`);
  return found;
}

for (const format of [...rbFormats, ...rbVariants]) {
  const fits = (value: Value): boolean =>
    hasPlainQueries(value) && (format.about.generation !== 'paths' || hasPathsOnly(value));
  describeLaws({
    format,
    values: arbitraryValue().filter(fits),
    unusual: arbitraryValue({ names: 'any', tagKeys: true }).filter(fits),
    decodesFaithfully: (value) => format.project(value).kind !== 'unsaid',
    sameButLayout: (left, right) => format.mask(left) === format.mask(right),
  });
}

const A = '0x0000000000000000';
const doc = ref('1', ref('users', ref('classes')));
const lambda = query(jsonObject({ lambda: 'x', expr: jsonObject({ var: 'x' }) }));

describe('Ruby formats', () => {
  // Texts of a run of the gem's classes on Ruby 3.1.2.
  const rows: readonly (readonly [string, Value, string])[] = [
    ['rb/3.0', nul, 'nil'],
    [
      'rb/3.0',
      str('a\0\u001b\u007f\u2028é\u00ad\ue000\u0085 #{x} #$y #@z #'),
      '"a\\u0000\\e\\u007F\\u2028é\u00ad\ue000\u0085 \\#{x} \\#$y \\#@z #"',
    ],
    ['rb/3.0', bytes([0, 97, 255, 35, 123, 34]), `#<Fauna::Bytes:${A} @bytes="\\x00a\\xFF\\#{\\"">`],
    ['rb/3.0', ts('1970-01-01T00:00:00.100Z'), '1970-01-01 00:00:00.1 UTC'],
    ['rb/3.0', ts('2018-01-02T03:04:05Z'), '2018-01-02 03:04:05 UTC'],
    ['rb/3.0', date('2018-01-02'), '#<Date: 2018-01-02 ((2458121j,0s,0n),+0s,2299161j)>'],
    ['rb/3.0', date('0001-01-01'), '#<Date: 0001-01-01 ((1721424j,0s,0n),+0s,2299161j)>'],
    ['rb/3.0', date('-0001-01-01'), '#<Date: -0001-01-01 ((1720693j,0s,0n),+0s,2299161j)>'],
    ['rb/3.0', double(1e16), '1.0e+16'],
    ['rb/3.0', double(1e15), '1000000000000000.0'],
    ['rb/3.0', double(1e-5), '1.0e-05'],
    ['rb/3.0', double(1e-4), '0.0001'],
    ['rb/3.0', double(5e-324), '5.0e-324'],
    ['rb/3.0', long(1234567890123456789012345n), '1234567890123456789012345'],
    ['rb/3.0', ref('classes'), `#<Fauna::Ref:${A} @id="classes">`],
    ['rb/3.0', set({ terms: str('x') }), `#<Fauna::SetRef:${A} @value={:terms=>"x"}>`],
    ['rb/3.0', lambda, `#<Fauna::QueryV:${A} @value={:lambda=>"x", :expr=>{:var=>"x"}}>`],
    ['rb/2.0', doc, `#<Fauna::Ref:${A} @value="classes/users/1">`],
    ['rb/2.0', bytes([1]), '{:@bytes=>"AQ=="}'],
    ['rb/2.3', bytes([1]), `#<Fauna::Bytes:${A} @bytes="\\x01">`],
    ['rb/2.3', lambda, '{:@query=>{:lambda=>"x", :expr=>{:var=>"x"}}}'],
    [
      'rb/3.0+ruby3.4',
      obj({ a: nul, 'a-b': long(1), 'a=': long(2), '@x': long(3) }),
      '{a: nil, "a-b": 1, "a=": 2, "@x": 3}',
    ],
  ];
  test.each(rows.map(([id, value, text]) => [id, text, value] as const))(
    '%s prints and reads %s',
    (id, text, value) => {
      expect(rb(id).print(value)).toBe(text);
      expect(rb(id).parse(text)).toEqual({ ok: true, readings: [rb(id).project(value)], complete: true });
    },
  );

  // `p` of Ruby 3.1.2, byte for byte.
  const KEYS =
    ':a :"a-b" :B :a? :a! :a= :+ :[] :@a :$b :é :"" :"1" :"a b" :"=" :A? :! :"a?=" :@@x :$1 :<=> :"\\x01" :😀 :$-w :[]= :-@ :` :"$-" :"@1" :$10 :"!@" :!= :== :"&&" :** :$! :$~ :=~ :!~ :% :A= :"$0a" :~ :@é :"~@" :+@ :_= :"\\u0080"';
  test('writes symbols with and without quotes, and reads them', () => {
    const text = `{${KEYS.replaceAll('"a b"', '"a·b"')
      .split(' ')
      .map((key, index) => `${key.replace('·', ' ')}=>${index}`)
      .join(', ')}}`;
    const reading = rb('rb/3.0').parse(text);
    if (!reading.ok) throw new Error(reading.error.excerpt);
    expect(rb('rb/3.0').print(reading.readings[0])).toBe(text);
  });

  test('masks behind a quote that nothing closes, and between strings', () => {
    const text = 'say "hi\n#<Fauna::Bytes:0x1f>';
    expect(rb('rb/3.0').mask(text)).toBe(`say "hi\n#<Fauna::Bytes:${A}>`);
    expect(rb('rb/3.0').mask(String.raw`"a\"#<Fauna::Ref:0x1" #<Fauna::Ref:0x1`)).toBe(
      String.raw`"a\"#<Fauna::Ref:0x1" #<Fauna::Ref:${A}`,
    );
  });

  test('masks addresses, not what looks like one in a string', () => {
    const text = '["#<Fauna::Ref:0x00007f18", #<Fauna::Ref:0x00007f18fee3e4f0 @id="a">]';
    expect(rb('rb/3.0').mask(text)).toBe(`["#<Fauna::Ref:0x00007f18", #<Fauna::Ref:${A} @id="a">]`);
    expect(rb('rb/3.0').parse(text)).toMatchObject({
      ok: true,
      readings: [arr([str('#<Fauna::Ref:0x00007f18'), ref('a')])],
    });
  });

  test('tags inside escaped objects are decoded all the same', () => {
    expect(() => rb('rb/3.0').print(obj({ '@ref': long(1) }))).toThrow(UnprintableValue);
    expect(rb('rb/3.0').print(obj({ '@date': str('2018-01-02'), b: long(1) }))).toContain(
      '#<Date: 2018-01-02',
    );
  });

  test.each([
    ['{:a=>1', 6],
    ['{a: 1}', 1],
    ['1.50', 3],
    ['#<Date: 2018-01-02 ((2458122j,0s,0n),+0s,2299161j)>', 0],
    ['"\\u0041"', 1],
    ['[1] x', 3],
    ['', 0],
    ['['.repeat(200_000), 1001],
  ])('refuses %j', (text, offset) => {
    expect(rb('rb/3.0').parse(text)).toMatchObject({ ok: false, error: { offset } });
  });

  test.each([
    [
      '#<Fauna::NotFound: Error at [:create]: instance not found - Document not found.>',
      {
        type: 'Fauna::NotFound',
        errors: [{ code: 'instance not found', description: 'Document not found.', position: ['create'] }],
      },
    ],
    [
      'Error: a - b Error at [:do, 0]: c - d (Failure at [:data, :x]: e - f)',
      {
        errors: [
          { code: 'a', description: 'b' },
          {
            code: 'c',
            description: 'd',
            position: ['do', 0],
            failures: [{ field: ['data', 'x'], code: 'e', description: 'f' }],
          },
        ],
      },
    ],
  ])('reads the error %s', (text, error) => {
    expect(rb('rb/3.0').parseError(text)).toEqual({ ok: true, error });
  });
});
