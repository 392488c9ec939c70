import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { RecordingError } from './recording-error.ts';
import type { Exception } from './report.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/recordings/', import.meta.url));

/** Paths of the recordings that come with the project, by name. */
export async function ownRecordings(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith('.jsonl.gz'))
    .toSorted()
    .map((name) => FOLDER + name);
}

const Exceptions = z.array(
  z.strictObject({
    recording: z.string(),
    history: z.string(),
    step: z.int(),
    reason: z.string().min(20, 'a reason that explains it'),
  }),
);

/** Exchanges of the own recordings that no right server can answer as recorded: the one place where they are listed. */
export async function ownExceptions(): Promise<Exception[]> {
  const path = `${FOLDER}exceptions.json`;
  const parsed = Exceptions.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) throw new RecordingError(path, 0, parsed.error);
  return parsed.data;
}
