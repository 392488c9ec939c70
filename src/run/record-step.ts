import type { Format } from '../format/format.ts';
import {
  build,
  fromTagged,
  JsonObject,
  readJson,
  toTagged,
  writeJson,
  type Json,
  type Value,
} from '../value/index.ts';
import type { StepRecord } from '../verdict/record.ts';
import type { CaseEvidence, StepEvidence, StepNotRun } from './case.ts';
import { printedText, readingOf } from './judge.ts';
import { Pseudonyms } from './pseudonyms.ts';

/** Gives everything that a case brought to light its pseudonym, in the order in which it came. */
export function pseudonymsOf({ history }: CaseEvidence): Pseudonyms {
  const pseudonyms = new Pseudonyms();
  for (const event of history) {
    if ('text' in event) pseudonyms.name(event.text, event.kind);
    else if (event.kind === 'query') pseudonyms.give(event.json);
    else pseudonyms.learn(event.json);
  }
  return pseudonyms;
}

/** A step's evidence as the record keeps it. */
export function recordStep(
  evidence: StepEvidence | StepNotRun,
  format: Format,
  pseudonyms: Pseudonyms,
): StepRecord {
  if ('reason' in evidence) return { name: evidence.step.name };
  const { answer, requests, response } = evidence;
  const request = requests.at(-1);
  const json = (value: Json): Json => renamedJson(value, pseudonyms);
  const reading = readingOf(evidence, format);
  return {
    name: evidence.step.name,
    query: json(evidence.query),
    ...(request === undefined ? {} : { request: json(request) }),
    ...(response === undefined ? {} : { response: { status: response.status, body: json(response.body) } }),
    ...('decoded' in answer ? { decoded: json(toTagged(answer.decoded)) } : {}),
    ...('raised' in answer
      ? { raised: { type: answer.raised.type, message: pseudonyms.apply(answer.raised.message) } }
      : {}),
    ...('prints' in answer
      ? { printed: format.steady(renamedPrint(printedText(answer.prints[0]), format, pseudonyms)) }
      : {}),
    ...(reading === undefined
      ? {}
      : { reading: steadyJson(toTagged(renamedValue(reading, pseudonyms)), format) }),
  };
}

/** One reading of an ambiguous print may take what changes from run to run (an address) for part of a string. */
function steadyJson(json: Json, format: Format): Json {
  if (typeof json === 'string') return format.steady(json);
  if (json instanceof JsonObject)
    return new JsonObject(json.members.map(([key, value]) => [key, steadyJson(value, format)]));
  return isList(json) ? json.map((item) => steadyJson(item, format)) : json;
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/** A value with its ids, times and secrets replaced. */
export function renamedValue(value: Value, pseudonyms: Pseudonyms): Value {
  const reading = fromTagged(renamedJson(toTagged(value), pseudonyms));
  if (!reading.ok) throw new TypeError(`A pseudonym broke a tagged value: ${reading.error}`);
  return reading.value;
}

/**
 * A print with its ids, times and secrets replaced. A time is looked for as the format prints it, which need not be its
 * text (Go prints seconds and nanoseconds).
 */
export function renamedPrint(text: string, format: Format, pseudonyms: Pseudonyms): string {
  let renamed = text;
  for (const { real, name, kind } of pseudonyms.byLength())
    if (kind === 'time')
      renamed = renamed.replaceAll(format.print(build.ts(real)), format.print(build.ts(name)));
  return pseudonyms.apply(renamed);
}

/** JSON with its ids, times and secrets replaced, wherever they stand in a text. */
export function renamedJson(json: Json, pseudonyms: Pseudonyms): Json {
  const reading = readJson(pseudonyms.apply(writeJson(json)));
  if (!reading.ok) throw new TypeError('A pseudonym broke JSON.');
  return reading.json;
}
