import { firstDifference, fromTagged, fromWire, JsonObject, show, writeJson } from '../../value/index.ts';
import type { Json, Value } from '../../value/index.ts';
import { aligned } from './aligned.ts';
import type { StepRecord } from '../../verdict/record.ts';

/** A tagged value as people read it. */
export function taggedText(tagged: Json): string {
  const reading = fromTagged(tagged);
  return reading.ok ? show(reading.value) : writeJson(tagged);
}

/** Both sides of a finding as text: two strings stand for themselves, which keeps the lines of a print. */
export function sidesText(left: Json | undefined, right: Json | undefined): readonly [string, string] {
  if (typeof left === 'string' && typeof right === 'string') return [left, right];
  const text = (side: Json | undefined): string => (side === undefined ? 'nothing' : taggedText(side));
  return [text(left), text(right)];
}

/** The value in the database's answer; `undefined` for an error or no answer. */
export function answeredValue({ response }: StepRecord): Value | undefined {
  const resource = response?.body instanceof JsonObject ? response.body.get('resource') : undefined;
  return resource === undefined ? undefined : fromWire(resource);
}

/** The question as it is shown. */
export function queryText({ query }: StepRecord): string | undefined {
  return query === undefined ? undefined : writeJson(query);
}

/** The status and the body of an answer, as they are shown. */
export function answerText({ response }: StepRecord): string | undefined {
  return response && `${response.status} ${writeJson(response.body)}`;
}

/** How a witness stands to the database's answer, for people. */
export interface Standing {
  readonly kind: 'says all' | 'says less' | 'contradicts' | 'nothing to compare';
  readonly text: string;
  /** The answer, to mark the differences against. */
  readonly answer: string;
  /** How many ways there are to read the text; 1 is a clear one. */
  readonly readings: number;
}

/** Sets a tagged value against what the database answered; of several readings the one that fits best. */
export function standing(tagged: Json, answered: Value | undefined): Standing {
  const reading = fromTagged(tagged);
  if (!reading.ok || answered === undefined)
    return { kind: 'nothing to compare', text: taggedText(tagged), answer: '', readings: 1 };
  const { value } = reading;
  const options = value.kind === 'oneOf' ? value.options : [value];
  const fitting = options.find((option) => firstDifference(answered, option) === undefined);
  const text = show(aligned(fitting ?? options[0] ?? value, answered));
  const answer = show(answered);
  const kind = fitting === undefined ? 'contradicts' : text === answer ? 'says all' : 'says less';
  return { kind, text, answer, readings: options.length };
}
