import { describe, expect, it } from 'vitest';
import { bothOf, samenessOf } from '../../src/prove/instability.ts';
import type { RealPrint } from '../../src/prove/live-driver.ts';
import { replayOf } from '../../src/prove/replay.ts';
import { build } from '../../src/value/index.ts';

const format = { mask: (text: string) => text.replaceAll(/0x\w+/g, '0x0'), free: ['addresses'] };
const text = (one: string, other = one): RealPrint => ({
  kind: 'text',
  bytes: [Buffer.from(`${one}\n`), Buffer.from(`${other}\n`)],
});
const raw = (...bytes: readonly number[]): RealPrint => {
  const print = Uint8Array.from(bytes);
  return { kind: 'text', bytes: [print, print] };
};
const raised: RealPrint = { kind: 'raised', where: 'print', message: 'Oops: no' };
const broken: RealPrint = { kind: 'broken', problem: 'it ended' };
const values = [build.nul, build.bool(true)];

describe('samenessOf', () => {
  it.each<[string, readonly (readonly [RealPrint, RealPrint])[], string]>([
    [
      'the same bytes',
      [
        [text('a'), text('a')],
        [text('b'), text('b')],
      ],
      'stable',
    ],
    [
      'two failures',
      [
        [raised, { ...raised, message: 'Oops: again' }],
        [text('b'), text('b')],
      ],
      'stable',
    ],
    [
      'another address',
      [
        [text('a 0x1'), text('a 0x2')],
        [text('b'), text('b')],
      ],
      'but for',
    ],
    [
      'another text after another address',
      [
        [text('0x1'), text('0x2')],
        [text('b'), text('c')],
      ],
      'two texts',
    ],
    [
      'a failure in place of a text',
      [
        [text('a'), raised],
        [text('b'), text('b')],
      ],
      'two texts',
    ],
    [
      'other bytes that are no text',
      [
        [raw(0xff), raw(0xff)],
        [raw(0xfe, 10), raw(0xfe)],
      ],
      'but for',
    ],
    [
      'a driver that ended',
      [
        [text('a'), text('a')],
        [text('b'), broken],
      ],
      'broken',
    ],
  ])('calls %s', (_what, prints, verdict) => {
    expect(samenessOf(format, values, prints).verdict).toBe(verdict);
  });

  it('shows the first value with two texts', () => {
    const found = samenessOf(format, values, [
      [text('a'), text('a')],
      [text('True'), text('true')],
    ]);
    expect(found.example).toMatchObject({ value: { shown: 'true' }, texts: ['True', 'true'] });
  });

  it('compares the two prints of one value', () => {
    expect(samenessOf(format, [build.nul], [bothOf(text('a', 'b'))]).verdict).toBe('two texts');
    expect(samenessOf(format, [build.nul], [bothOf(text('a'))]).verdict).toBe('stable');
    expect(samenessOf(format, [build.nul], [bothOf(raised)]).verdict).toBe('stable');
  });
});

describe('replayOf', () => {
  it.each<[string, RealPrint, RealPrint, string]>([
    ['equal bytes', text('a'), text('a'), 'one text'],
    ['equal but for addresses', text('{a 0x1}'), text('{a 0x2}'), 'one text'],
    ['two texts', text('a'), text('b'), 'two texts'],
    ['bytes that only look alike', raw(0xff, 10), raw(0xfe, 10), 'two texts'],
    ['a failure', text('a'), raised, 'raised'],
    ['a driver that ended', broken, text('a'), 'broken'],
  ])('calls %s', (_what, left, right, kind) => {
    expect(replayOf(format, left, right).kind).toBe(kind);
  });
});
