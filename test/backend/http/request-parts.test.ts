import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../src/backend/http/body-text.ts';
import { readTags } from '../../../src/backend/http/tags.ts';
import { readParameters, readTarget } from '../../../src/backend/http/target.ts';
import { traceparent } from '../../../src/backend/http/traceparent.ts';

describe('bodyText', () => {
  it('decodes UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(bodyText(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it('skips a byte-order mark', () => {
    expect(bodyText(Buffer.from('\ufeff1'))).toBe('1');
  });

  it('takes a surrogate by itself (PR-2), and no other byte sequence that is not UTF-8', () => {
    expect(bodyText(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0xc3, 0xa9, 0x22]))).toBe('"\ud800é"');
    for (const bytes of [[0x22, 0xff, 0xfe, 0x22], [0xed, 0xa0, 0x80, 0xff], [0xc3]])
      expect(() => JSON.parse(bodyText(Buffer.from(bytes)))).toThrow(SyntaxError);
  });
});

describe('readTarget', () => {
  it.each([
    ['/', { path: '/', query: '' }],
    ['', { path: '/', query: '' }],
    ['/?q=1&q=2', { path: '/', query: 'q=1&q=2' }],
    ['http://localhost:8443/ping?scope=all', { path: '/ping', query: 'scope=all' }],
    ['http://localhost:8443', { path: '/', query: '' }],
    ['/classes/%C3%A9%20x', { path: '/classes/é x', query: '' }],
    ['/classes/%FF', { path: '/classes/\ufffd', query: '' }],
    ['//', undefined],
    ['/%zz', undefined],
    ['/?q=%', undefined],
  ])('reads %j', (text, target) => {
    expect(readTarget(text)).toEqual(target);
  });

  it('takes the last of two parameters and a plus as a blank', () => {
    expect([...readParameters('q=1&a+b=%2B+c&q=2&x&=y')]).toEqual([
      ['q', '2'],
      ['a b', '+ c'],
      ['x', ''],
      ['', 'y'],
    ]);
  });
});

describe('readTags', () => {
  const word = fc.stringMatching(/^\w{1,40}$/);
  it('echoes the pairs from last to first', () => {
    const pairs = fc.uniqueArray(fc.tuple(word, word), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(pairs, (tags) => {
        const texts = tags.map(([key, value]) => `${key}=${value}`);
        expect(readTags(texts.join(','))).toEqual({ ok: true, echo: texts.toReversed().join(',') });
      }),
    );
  });

  const many = Array.from({ length: 26 }, (_, index) => `k${String(index)}=v`).join(',');
  it.each([
    ['a', 'invalid tags'],
    ['a=b=c', 'invalid tags'],
    ['a=', 'invalid tags'],
    ['=b', 'invalid tags'],
    ['a=1,', 'invalid tags'],
    ['a-b=1', 'invalid tags'],
    ['é=1', 'invalid tags'],
    ['a=1,a=2', 'duplicate key'],
    [`${'x'.repeat(41)}=1`, 'invalid key'],
    [`a=${'x'.repeat(81)}`, 'invalid value'],
    [many, 'too many tags'],
    [`a=${'x'.repeat(3000)}`, 'header is too long'],
  ])('refuses %s', (header, problem) => {
    expect(readTags(header)).toEqual({ ok: false, problem: `Invalid header 'x-fauna-tags': ${problem}` });
  });

  it('counts an empty header as none', () => {
    expect(readTags('')).toEqual({ ok: true, echo: undefined });
  });
});

describe('traceparent', () => {
  const asked = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  it('keeps the trace id, with a new span and no flags', () => {
    expect(traceparent(asked)).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$/);
    expect(traceparent(asked)).not.toBe(traceparent(asked));
  });

  it.each(['bad', undefined, asked.toUpperCase(), `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, `${asked}-x`])(
    'makes a new one for %s',
    (header) => {
      expect(traceparent(header)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      expect(traceparent(header)).not.toContain('0af7651916cd43dd8448eb211c80319c');
    },
  );
});
