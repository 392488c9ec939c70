import type { Socket } from 'node:net';
import { headerValue, type HttpRequest } from './message.ts';

/**
 * `Upgrade: h2c` (RFC 7540, 3.2), which Java's client sends with the first request of a connection. Node's HTTP/2 server
 * knows the protocol only from a connection's start, so it is given one: the client's preface and settings as they come,
 * and behind them the request that asked for the upgrade as the frames of stream 1, which it then answers there.
 */

/** What an HTTP/2 client sends first. */
export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

const FRAME_HEADER = 9;
const DATA = 0;
const HEADERS = 1;
const SETTINGS = 4;
const CONTINUATION = 9;
const END_STREAM = 1;
const END_HEADERS = 4;
const LARGEST_FRAME = 16_384;
/** What a peer may send before it is told of a larger window. A longer body is answered without the upgrade. */
const FIRST_WINDOW = 65_535;
/** Fields of the one connection that the other does not know. */
const NOT_CARRIED = new Set([
  'connection',
  'upgrade',
  'http2-settings',
  'host',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'te',
  'expect',
  'content-length',
]);

/** True when the request asks for HTTP/2 in a way that can be granted. */
export function isUpgradeToHttp2({ headers, body, tooLarge }: HttpRequest): boolean {
  if (tooLarge || body.length > FIRST_WINDOW) return false;
  return (
    headerValue(headers, 'upgrade')?.toLowerCase() === 'h2c' &&
    headerValue(headers, 'http2-settings') !== undefined
  );
}

/** Grants the upgrade; calls `ready` with the socket, its next bytes put back, for an HTTP/2 server to take. */
export function upgradeToHttp2(
  socket: Socket,
  rest: Buffer,
  request: HttpRequest,
  ready: (socket: Socket) => void,
): void {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n');
  let bytes = rest;
  const onData = (more: Buffer): void => {
    bytes = bytes.length === 0 ? more : Buffer.concat([bytes, more]);
    const end = settingsEnd(bytes);
    if (end === 'more') return;
    socket.off('data', onData);
    if (end === 'bad') {
      socket.destroy();
      return;
    }
    socket.pause();
    socket.unshift(Buffer.concat([bytes.subarray(0, end), streamOne(request), bytes.subarray(end)]));
    ready(socket);
  };
  socket.on('data', onData);
  socket.resume();
  onData(Buffer.alloc(0));
}

/** The offset behind the preface and the settings frame that must follow it. */
function settingsEnd(bytes: Buffer): number | 'more' | 'bad' {
  const shown = Math.min(bytes.length, PREFACE.length);
  if (!bytes.subarray(0, shown).equals(PREFACE.subarray(0, shown))) return 'bad';
  if (bytes.length < PREFACE.length + FRAME_HEADER) return 'more';
  if (bytes[PREFACE.length + 3] !== SETTINGS) return 'bad';
  const length = bytes.readUIntBE(PREFACE.length, 3);
  if (length > LARGEST_FRAME) return 'bad';
  const end = PREFACE.length + FRAME_HEADER + length;
  return bytes.length < end ? 'more' : end;
}

/** The request as the frames of stream 1. */
function streamOne({ method, target, headers, body }: HttpRequest): Buffer {
  const fields = [literal(':method', method), literal(':scheme', 'http'), literal(':path', target)];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    const value = headers[at + 1] ?? '';
    if (name === 'host') fields.splice(3, 0, literal(':authority', value));
    if (!NOT_CARRIED.has(name)) fields.push(literal(name, value));
  }
  const frames: Buffer[] = [];
  const block = pieces(Buffer.concat(fields));
  for (const [index, piece] of block.entries()) {
    const flags = index === block.length - 1 ? END_HEADERS : 0;
    if (index > 0) frames.push(frame(CONTINUATION, flags, piece));
    else frames.push(frame(HEADERS, body.length === 0 ? flags | END_STREAM : flags, piece));
  }
  const data = body.length === 0 ? [] : pieces(body);
  for (const [index, piece] of data.entries())
    frames.push(frame(DATA, index === data.length - 1 ? END_STREAM : 0, piece));
  return Buffer.concat(frames);
}

function pieces(bytes: Buffer): Buffer[] {
  const cut: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += LARGEST_FRAME) cut.push(bytes.subarray(at, at + LARGEST_FRAME));
  return cut;
}

function frame(type: number, flags: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(FRAME_HEADER);
  header.writeUIntBE(payload.length, 0, 3);
  header[3] = type;
  header[4] = flags;
  header.writeUInt32BE(1, 5);
  return Buffer.concat([header, payload]);
}

/** A header field that leaves no trace in the compression state, which is the client's (RFC 7541, 6.2.2). */
function literal(name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([0]), text(name), text(value)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'latin1');
  return Buffer.concat([prefixed(bytes.length), bytes]);
}

/** An integer behind a 7-bit prefix (RFC 7541, 5.1). */
function prefixed(value: number): Buffer {
  if (value < 127) return Buffer.from([value]);
  const bytes = [127];
  let rest = value - 127;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Buffer.from(bytes);
}
