import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Http1Event, Http1Reader } from '../../../src/backend/http/http1-reader.ts';

/** All events of the bytes, fed in the given pieces. */
function readAll(pieces: readonly Buffer[]): Http1Event[] {
  const reader = new Http1Reader();
  const events: Http1Event[] = [];
  for (const piece of pieces) {
    reader.feed(piece);
    for (;;) {
      const event = reader.next();
      if (event.kind === 'more') break;
      events.push(event);
      if (event.kind === 'bad') return events;
    }
  }
  return events;
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ];
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/);
const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'FOO'),
  target: fc.stringMatching(/^\/[!-~]{0,30}$/),
  headers: fc.array(
    fc.tuple(
      token.map((name) => `x-${name}`),
      value,
    ),
    { maxLength: 6 },
  ),
  body: fc.uint8Array({ maxLength: 80 }),
  chunks: fc.option(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 })),
  lineEnd: fc.constantFrom('\r\n', '\n'),
});

type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

function bytesOf({ method, target, headers, body, chunks, lineEnd }: Request): Buffer {
  const lines = headers.map(([name, text]) => `${name}: ${text}`);
  const framed = chunks === null ? Buffer.from(body) : chunked(Buffer.from(body), chunks);
  lines.unshift(`${method} ${target} HTTP/1.1`);
  lines.push(chunks === null ? `Content-Length: ${String(body.length)}` : 'Transfer-Encoding: chunked');
  return Buffer.concat([Buffer.from(lines.map((line) => line + lineEnd).join('') + lineEnd), framed]);
}

function chunked(body: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, body.length]) {
    const part = body.subarray(at, at + size);
    at += size;
    if (part.length > 0)
      parts.push(Buffer.from(`${part.length.toString(16)};x=1\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\nTrailer: x\r\n\r\n')]);
}

describe('Http1Reader', () => {
  it('reads the requests of a connection however their bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(request, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (requests, places) => {
          const events = readAll(cut(Buffer.concat(requests.map(bytesOf)), places));
          const got = events.map((event) => (event.kind === 'request' ? event.request : event));
          expect(
            got.map((one) => ('method' in one ? [one.method, one.target, one.body.toString('hex')] : one)),
          ).toEqual(
            requests.map(({ method, target, body }) => [method, target, Buffer.from(body).toString('hex')]),
          );
          expect(got.map((one) => ('headers' in one ? one.headers.slice(0, -2) : one))).toEqual(
            requests.map(({ headers }) => headers.flatMap(([name, text]) => [name.toLowerCase(), text])),
          );
        },
      ),
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
        expect(readAll(pieces.map((piece) => Buffer.from(piece)))).toBeInstanceOf(Array);
      }),
    );
  });

  it('never throws on a request with a few bytes changed', () => {
    fc.assert(
      fc.property(request, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }), (one, changes) => {
        const bytes = bytesOf(one);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        expect(readAll([bytes])).toBeInstanceOf(Array);
      }),
    );
  });

  const head = (lines: string): Buffer => Buffer.from(`${lines}\r\n\r\n`);
  it.each([
    ['no HTTP', 'hello'],
    ['another version', 'GET / HTTP/2.0'],
    ['no target', 'GET HTTP/1.1'],
    ['a header without a colon', 'GET / HTTP/1.1\r\nx'],
    ['a blank before the colon', 'GET / HTTP/1.1\r\nx : 1'],
    ['a folded header', 'GET / HTTP/1.1\r\nx: 1\r\n y'],
    ['a control character', 'GET / HTTP/1.1\r\nx: a\u0001'],
    ['a length that is none', 'GET / HTTP/1.1\r\nContent-Length: 1x'],
    ['two lengths', 'GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2'],
    ['an encoding it does not know', 'GET / HTTP/1.1\r\nTransfer-Encoding: gzip'],
    ['a chunk size that is none', 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx'],
  ])('refuses %s', (_what, lines) => {
    expect(readAll([head(lines)])).toEqual([{ kind: 'bad' }]);
  });

  it.each([
    ['a request line over 16 KiB', `GET /${'1'.repeat(16_384)} HTTP/1.1`],
    ['headers over 8 KiB', `GET / HTTP/1.1\r\nx: ${'y'.repeat(8200)}`],
  ])('refuses %s without losing the next request', (_what, lines) => {
    const events = readAll([Buffer.concat([head(lines), head('GET / HTTP/1.1')])]);
    expect(events).toMatchObject([{ kind: 'refused', keepAlive: true }, { kind: 'request' }]);
  });

  it('refuses an endless head before it ends', () => {
    expect(readAll([Buffer.alloc(70_000, 'x')])).toEqual([{ kind: 'bad' }]);
  });

  it('takes a request without Host, of HTTP/1.0, and says whether the connection goes on', () => {
    const keepAlive = (lines: string): unknown[] =>
      readAll([head(lines)]).map((event) => event.kind === 'request' && [event.old, event.keepAlive]);
    expect(keepAlive('GET / HTTP/1.1')).toEqual([[false, true]]);
    expect(keepAlive('GET / HTTP/1.1\r\nConnection: close')).toEqual([[false, false]]);
    expect(keepAlive('GET / HTTP/1.0')).toEqual([[true, false]]);
    expect(keepAlive('GET / HTTP/1.0\r\nConnection: keep-alive')).toEqual([[true, true]]);
  });

  it('keeps a body of 8 MiB, throws a longer one away, and gives an endless one up', () => {
    const ask = (size: number, sent = size): Http1Event[] =>
      readAll([head(`POST / HTTP/1.1\r\nContent-Length: ${String(size)}`), Buffer.alloc(sent)]);
    const whole = ask(8_388_608);
    expect(whole).toMatchObject([{ kind: 'request', keepAlive: true, request: { tooLarge: false } }]);
    expect(ask(8_388_609)).toMatchObject([
      { kind: 'request', keepAlive: true, request: { tooLarge: true, body: Buffer.alloc(0) } },
    ]);
    expect(ask(1_000_000_000, 0)).toMatchObject([
      { kind: 'request', keepAlive: false, request: { tooLarge: true } },
    ]);
  });

  it('asks for the body of a client that waits, unless it would be too large', () => {
    const waiting = head('POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2');
    expect(readAll([waiting, Buffer.from('{}')])).toMatchObject([{ kind: 'expect' }, { kind: 'request' }]);
    expect(readAll([Buffer.concat([waiting, Buffer.from('{}')])])).toMatchObject([{ kind: 'request' }]);
    const large = head('POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 9000000');
    expect(readAll([large])).toMatchObject([
      { kind: 'request', keepAlive: false, request: { tooLarge: true } },
    ]);
  });
});
