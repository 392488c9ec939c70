import { createHash } from 'node:crypto';
import { z } from 'zod';
import { eraFrom } from './era.ts';
import type { Header, History, RecordedBody, RecordedExchange } from './recording.ts';

const HeaderPair = z.tuple([z.string(), z.string()]);

/** One line of a recording whose lines are raw exchanges of a single history. */
export const HandMadeLine = z.object({
  seq: z.int(),
  scenario: z.string(),
  label: z.string(),
  method: z.string(),
  path: z.string(),
  request_headers: z.array(HeaderPair),
  request_body: z.string().nullable(),
  status: z.int(),
  response_headers: z.array(HeaderPair),
  response_body: z.string(),
  sent_at: z.string(),
  elapsed_ms: z.number(),
});
export type HandMadeLine = z.infer<typeof HandMadeLine>;

/** The history that the lines of such a file are. */
export function handMadeHistory(recording: string, lines: readonly HandMadeLine[]): History {
  const [first] = lines;
  return {
    recording,
    id: first?.scenario ?? recording,
    family: first?.scenario ?? recording,
    databaseNames: databaseNames(lines),
    era: eraFrom(first?.sent_at ?? ''),
    exchanges: lines.map((line, index) => exchange(line, lines[index - 1])),
  };
}

function exchange(line: HandMadeLine, before: HandMadeLine | undefined): RecordedExchange {
  return {
    step: line.seq,
    label: line.label,
    request: {
      kind: 'recorded',
      method: line.method,
      path: line.path,
      headers: line.request_headers,
      body: line.request_body === null ? undefined : requestBytes(line.request_body, line.response_headers),
    },
    status: line.status,
    headers: { kind: 'all', headers: line.response_headers },
    body: responseBody(line.response_body),
    waitFor: undefined,
    pauseMs: before === undefined ? 0 : pauseBetween(before, line),
    unstable: undefined,
  };
}

/** Recorded times are whole seconds, so shorter pauses than two may be none. */
const SHORTEST_PAUSE_MS = 2000;

function pauseBetween(before: HandMadeLine, line: HandMadeLine): number {
  const gap = Date.parse(line.sent_at) - Date.parse(before.sent_at) - before.elapsed_ms;
  return gap >= SHORTEST_PAUSE_MS ? gap : 0;
}

/** Databases that the history makes with the root secret: the ones that two replays against one server share. */
function databaseNames(lines: readonly HandMadeLine[]): string[] {
  return lines.flatMap((line) => {
    const root = line.request_headers.some(([, value]) => value === 'Bearer secret');
    const made = /^\{"create_database":\{"object":\{"name":"([\w-]+)"/.exec(line.request_body ?? '');
    return root && made?.[1] !== undefined ? [made[1]] : [];
  });
}

/** How the recorder wrote bodies that are too long to keep. */
const ELIDED = /^<(\d+) chars, sha256 ([\da-f]{64}), starts '(.*)'>$/s;

function responseBody(text: string): RecordedBody {
  const elided = ELIDED.exec(text);
  return elided?.[2] === undefined
    ? { kind: 'text', text }
    : { kind: 'digest', length: Number(elided[1]), sha256: elided[2] };
}

/**
 * The bytes that were sent. Long bodies are rebuilt from their beginning and checked against their hash. A body with
 * U+FFFD that the server counted shorter than its UTF-8 (`x-query-bytes-in`) held bytes that are no UTF-8, one for each.
 */
function requestBytes(text: string, responseHeaders: readonly Header[]): Buffer {
  const elided = ELIDED.exec(text);
  if (elided !== null) return rebuilt(Number(elided[1]), elided[2] ?? '', elided[3] ?? '');
  const bytes = Buffer.from(text, 'utf8');
  const counted = responseHeaders.find(([name]) => name === 'x-query-bytes-in')?.[1];
  if (!text.includes('\uFFFD') || counted === undefined || Number(counted) === bytes.length) return bytes;
  return Buffer.from(text.replaceAll('\uFFFD', '\u00FF'), 'latin1');
}

function rebuilt(length: number, sha256: string, start: string): Buffer {
  const fill = start.at(-1) ?? '';
  const body = `${start}${fill.repeat(Math.max(0, length - start.length - 1))}"`;
  if (createHash('sha256').update(body).digest('hex') !== sha256)
    throw new Error(
      `a body of ${length} characters was left out of the recording and cannot be rebuilt from its start`,
    );
  return Buffer.from(body, 'utf8');
}
