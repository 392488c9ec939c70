import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameReader, type Frame } from '../../../src/driver/channel/frames.ts';

/** Reads an output that comes in pieces, and joins noise that belongs together. */
function readAll(output: Uint8Array, cuts: readonly number[], maxReplyBytes = 1024): Frame[] {
  const reader = new FrameReader(maxReplyBytes);
  const places = [0, ...cuts.map((cut) => cut % (output.length + 1)), output.length].toSorted(
    (a, b) => a - b,
  );
  const frames = places.flatMap((place, index) => [
    ...reader.push(output.subarray(place, places[index + 1] ?? output.length)),
  ]);
  return joinNoise([...frames, { kind: 'noise', bytes: reader.rest() }]);
}

function joinNoise(frames: readonly Frame[]): Frame[] {
  const joined: Frame[] = [];
  for (const frame of frames) {
    const last = joined.at(-1);
    if (frame.kind === 'noise' && last?.kind === 'noise')
      joined[joined.length - 1] = { kind: 'noise', bytes: Buffer.concat([last.bytes, frame.bytes]) };
    else if (frame.kind !== 'noise' || frame.bytes.length > 0) joined.push(frame);
  }
  return joined;
}

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const shown = (frames: readonly Frame[]): string[] =>
  frames.map((frame) => {
    if (frame.kind === 'noise') return `noise ${Buffer.from(frame.bytes).toString('latin1')}`;
    return frame.kind === 'reply' ? `reply ${frame.text}` : `broken: ${frame.problem}`;
  });

describe('the reader of a shim’s standard output', () => {
  const noise = fc
    .uint8Array({ maxLength: 12 })
    .map((array) => Buffer.from(array.filter((byte) => byte !== 0x1e)));
  const text = fc.json().filter((json) => Buffer.byteLength(json) <= 1024);

  it('finds every reply and keeps every other byte, however the output is cut and whatever stands between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, text)), noise, fc.array(fc.nat()), (pairs, after, cuts) => {
        const output = Buffer.concat([
          ...pairs.flatMap(([before, json]) => [before, bytes(`\u001E${json}\n`)]),
          after,
        ]);
        const expected = joinNoise([
          ...pairs.flatMap(([before, json]): Frame[] => [
            { kind: 'noise', bytes: before },
            { kind: 'reply', text: json },
          ]),
          { kind: 'noise', bytes: after },
        ]);
        expect(shown(readAll(output, cuts))).toEqual(shown(expected));
      }),
    );
  });

  it('never throws and finds an honest reply after any rubbish that ends its line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(fc.nat()), (rubbish, cuts) => {
        const output = Buffer.concat([rubbish, bytes('\n\u001E{"type":"hello"}\n')]);
        expect(shown(readAll(output, cuts)).at(-1)).toBe('reply {"type":"hello"}');
      }),
    );
  });

  it.each([
    ['noise on the line of a reply', 'Hi \u001E{}\n', ['noise Hi ', 'reply {}']],
    [
      'a reply cut off by the next',
      '\u001E{"a\u001E{}\n',
      ['broken: a reply was cut off by the start of another', 'reply {}'],
    ],
    ['an output that ends in a reply', '\u001E{"a', ['noise {"a']],
    ['an empty reply', '\u001E\n', ['reply ']],
    ['a carriage return', '\u001E{}\r\n', ['reply {}\r']],
    ['a byte order mark', '\u001E\uFEFF{}\n', ['reply \uFEFF{}']],
  ])('%s', (_name, output, expected) => {
    expect(shown(readAll(bytes(output), []))).toEqual(expected);
  });

  it('reports bytes that are not UTF-8', () => {
    expect(shown(readAll(Buffer.from([0x1e, 0xff, 0x0a, 0x1e, 0x7b, 0x7d, 0x0a]), []))).toEqual([
      'broken: a reply is not UTF-8',
      'reply {}',
    ]);
  });

  it('reports a reply that is too long before it ends, drops it, and goes on after it', () => {
    const reader = new FrameReader(4);
    expect(shown([...reader.push(bytes('\u001E12345'))])).toEqual(['broken: a reply is longer than 4 bytes']);
    expect(shown([...reader.push(bytes('67890'))])).toEqual([]);
    expect(shown([...reader.push(bytes('\n\u001E1234\n'))])).toEqual(['reply 1234']);
  });
});
