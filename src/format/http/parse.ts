import { JsonObject, fromWire } from '../../value/index.ts';
import type { Reading } from '../format.ts';
import { readAnswer } from './body.ts';

/** Reads the body of an answer, or a value that stands in no envelope. JSON has one reading. */
export function parse(text: string): Reading {
  const { body } = readAnswer(text);
  if (!body.ok) return body;
  const { json } = body;
  const resource = json instanceof JsonObject && json.members.length === 1 ? json.get('resource') : undefined;
  return { ok: true, readings: [fromWire(resource === undefined ? json : resource)], complete: true };
}
