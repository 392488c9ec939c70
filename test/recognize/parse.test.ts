import { describe, expect, test } from 'vitest';
import { parse, print, UnknownFormat } from '../../src/recognize/index.ts';
import { UnprintableValue } from '../../src/format/index.ts';
import { build, show } from '../../src/value/index.ts';

describe('parse', () => {
  test.each([
    ['java/2.7', '{a: [1, 2]}', 'exact', '{a: [1, 2]}'],
    ['java/2.7', '{\n  a: [1,\n    2]\n}', 'layout', '{a: [1, 2]}'],
    ['js/4.3', '\u001B[33m1\u001B[39m', 'exact', '1‹long or double›'],
    ['js/4.3', '{a:1}', 'layout', '{a: 1‹long or double›}'],
    ['js/4.3', 'words', 'exact', '"words"'],
    ['py/2.7', "{'a': 1}\r\n", 'exact', '{a: 1}'],
  ])('%s reads %j', (format, text, fit, shown) => {
    const parsed = parse(text, { format });
    if (!parsed.ok) throw new Error(parsed.error.expected);
    expect([parsed.fit, show(parsed.readings[0])]).toStrictEqual([fit, shown]);
  });

  test('says what is nothing but a raw string, and where it is no other value', () => {
    const parsed = parse('\r\n{ a: }', { format: 'js/4.3' });
    expect(parsed.ok && parsed.onlyAsString?.offset).toBe(7);
    expect(parsed.ok && parsed.onlyAsString?.line).toBe(2);
  });

  test('places errors in the text as it was given', () => {
    const text = '\u001B[1m{a: 1,\u001B[0m b}';
    const parsed = parse(text, { format: 'java/2.7' });
    expect(parsed.ok ? undefined : text.slice(parsed.error.offset)).toBe('b}');
  });

  test('marks what is read of a broken line as not all that it could be', () => {
    const parsed = parse("{\n  'a': 1\n}", { format: 'py/2.7' });
    expect(parsed.ok && [parsed.fit, parsed.complete]).toStrictEqual(['layout', false]);
  });

  test('knows no other ids', () => {
    expect(() => parse('1', { format: 'js/4.4' })).toThrow(UnknownFormat);
    expect(() => parse('1', { format: 'js/4.4' })).toThrow('js/4.3');
  });
});

describe('print', () => {
  test('prints as the driver does, or fails as it does', () => {
    expect(print(build.obj({ a: build.long(1) }), 'js/4.3')).toBe('{ a: 1 }');
    expect(() => print(build.bytes([255]), 'java/2.7')).toThrow(UnprintableValue);
    expect(() => print(build.nul, 'cobol/1')).toThrow(UnknownFormat);
  });
});
