import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { corpusHistory, CorpusLine } from './read-corpus.ts';
import { handMadeHistory, HandMadeLine } from './read-hand-made.ts';
import { RecordingError } from './recording-error.ts';
import type { History, Recording } from './recording.ts';

/**
 * Opens a recording, plain or gzipped (`.gz`), in either form: one history of raw exchanges a file, or sequences of
 * templates. The form is told by the first line. Reading throws `RecordingError` with file and line.
 */
export function readRecording(path: string): Recording {
  const name = basename(path).replace(/\.gz$/, '');
  return { name, histories: () => histories(path, name) };
}

async function* histories(path: string, name: string): AsyncIterable<History> {
  const handMade: HandMadeLine[] = [];
  let sequence: CorpusLine[] = [];
  for await (const [line, json] of parsedLines(path)) {
    if (isCorpus(json)) {
      const parsed = validate(CorpusLine, json, path, line);
      if (sequence[0] !== undefined && sequence[0].seqId !== parsed.seqId) {
        yield corpusHistory(name, sequence);
        sequence = [];
      }
      sequence.push(parsed);
    } else handMade.push(validate(HandMadeLine, json, path, line));
  }
  if (sequence.length > 0) yield corpusHistory(name, sequence);
  if (handMade.length > 0) yield handMadeHistory(name, handMade);
}

async function* parsedLines(path: string): AsyncIterable<readonly [number: number, json: unknown]> {
  const file = createReadStream(path);
  const source = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => source.destroy(error));
  let number = 0;
  try {
    // JSON Lines are split at U+000A only; readline would also split at U+2028, so the splitting is done here.
    for await (const line of linesOf(source)) {
      number += 1;
      if (line !== '') yield [number, JSON.parse(line)];
    }
  } catch (cause) {
    throw cause instanceof RecordingError ? cause : new RecordingError(path, number, cause);
  }
}

async function* linesOf(source: NodeJS.ReadableStream): AsyncIterable<string> {
  source.setEncoding('utf8');
  let pending = '';
  for await (const chunk of source) {
    const lines = (pending + String(chunk)).split('\n');
    pending = lines.pop() ?? '';
    yield* lines;
  }
  if (pending !== '') yield pending;
}

function isCorpus(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'seqId' in json;
}

function validate<T>(schema: z.ZodType<T>, json: unknown, path: string, line: number): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  throw new RecordingError(path, line, result.error);
}
