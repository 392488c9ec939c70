import { z } from 'zod';
import { describeTextError, JsonNumber, JsonObject, readJson } from '../value/index.ts';
import { RECORD_VERSION, type RunRecord } from '../verdict/record.ts';
import { runSchema } from './run-schema.ts';

/** A file that is no `run.json` of ours, or one of another version; the message says which, and what to do. */
export class RunJsonError extends Error {
  override readonly name = 'RunJsonError';
}

/**
 * Reads the text of a `run.json` back into the record that it was written from.
 * @throws RunJsonError when it is not JSON, of another version, or not what its version says.
 */
export function readRunJson(text: string): RunRecord {
  const reading = readJson(text);
  if (!reading.ok)
    throw new RunJsonError(`This is no run.json, because it is no JSON: ${describeTextError(reading.error)}`);
  const { json } = reading;
  const version = json instanceof JsonObject ? json.get('recordVersion') : undefined;
  if (!(version instanceof JsonNumber))
    throw new RunJsonError(
      'This is no run.json: it has no recordVersion. `printproof run` writes one; CTRF, JUnit and other reports cannot be read back.',
    );
  if (Number(version.text) !== RECORD_VERSION) throw new RunJsonError(otherVersion(version));
  const record = runSchema.safeParse(json);
  if (!record.success)
    throw new RunJsonError(
      `This run.json is not what version ${RECORD_VERSION} says; was it edited?\n${z.prettifyError(record.error)}`,
    );
  return record.data;
}

function otherVersion({ text }: JsonNumber): string {
  const whose =
    Number(text) > RECORD_VERSION
      ? 'A newer printproof wrote it: update this one.'
      : 'An older printproof wrote it: run it again, or read it with that one.';
  return `This run.json has version ${text}; this printproof reads version ${RECORD_VERSION}. ${whose}`;
}
