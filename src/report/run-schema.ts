/**
 * The shape of `run.json`, version 1. It is read without loss (evidence keeps its number texts, its order and its
 * duplicate keys), so every object of the record's own is opened one level at a time, and evidence stays as it is.
 */
import { z } from 'zod';
import { MOVES } from '../expect/finding.ts';
import { JsonNumber, JsonObject, type Json } from '../value/index.ts';
import { RECORD_VERSION } from '../verdict/record.ts';
import { VERDICTS } from '../verdict/verdict.ts';

/** Evidence: any JSON, kept without loss. */
const evidence = z
  .custom<Json>((value) => value !== undefined, 'must be there')
  .meta({ description: 'Any JSON; numbers may be wider than a double.' });
const text = z.string();
const count = z.preprocess(toNumber, z.int().min(0));
const integer = z.preprocess(toNumber, z.int());

const driverState = z.preprocess(
  toMembers,
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('ran'),
      runtime: text,
      platform: text,
      locale: text,
      timeZone: text,
    }),
    z.strictObject({ kind: z.literal('unavailable'), missing: text, get: text }),
    z.strictObject({ kind: z.literal('broken'), problem: text }),
  ]),
);

const driver = object({
  name: text,
  title: text,
  package: text,
  version: text,
  format: text,
  state: driverState,
});

const scenario = object({ name: text, title: text, page: text.exactOptional(), steps: z.array(text) });

const step = object({
  name: text,
  query: evidence.exactOptional().describe('The question, as wire JSON.'),
  request: evidence.exactOptional().describe('What the driver sent.'),
  response: object({ status: integer, body: evidence }).exactOptional(),
  decoded: evidence.exactOptional().describe('Tagged JSON of what the driver decoded.'),
  raised: object({ type: text, message: text }).exactOptional(),
  printed: text.exactOptional().describe('Without the final line feed, free parts masked.'),
  reading: evidence.exactOptional().describe('Tagged JSON of what the printed text says.'),
});

const check = object({ scenario: text, driver: text, step: text, expectation: text });

const finding = object({
  move: z.enum(MOVES).describe('Whose move it is.'),
  shape: text.describe('What differs, without anything volatile.'),
  place: text.exactOptional(),
  detail: text,
  left: evidence.exactOptional(),
  right: evidence.exactOptional(),
  sides: z.tuple([text, text]).exactOptional(),
});

const result = object({
  check,
  verdict: z.enum(VERDICTS),
  finding: finding.exactOptional(),
  known: text.exactOptional().describe('The id of the known divergence that expected just this.'),
  expected: z.boolean().describe('False: this result makes the run red.'),
});

const discovery = object({
  driver: text,
  expectation: text,
  shape: text,
  detail: text,
  example: evidence,
  replay: object({ scenario: text, seed: integer, path: text }),
  known: text.exactOptional(),
});

const totals = object({
  planned: count,
  reported: count,
  verdicts: z.preprocess(toMembers, z.partialRecord(z.enum(VERDICTS), count)),
  known: count,
  unexpected: count,
});

const volatile = object({
  startedAt: text,
  durationMs: count,
  stages: z.array(object({ name: text, durationMs: count })),
  prints: z.preprocess(toMembers, z.record(text, z.tuple([text, text]))),
  noise: z.preprocess(toMembers, z.record(text, text)),
}).describe('Everything that changes from run to run.');

/** A finished run, as `run.json` holds it. */
export const runSchema = object({
  tool: object({ name: z.literal('printproof'), version: text }),
  recordVersion: z.preprocess(toNumber, z.literal(RECORD_VERSION)),
  seed: integer,
  backend: text,
  drivers: z.array(driver),
  scenarios: z.array(scenario),
  cases: z.array(object({ scenario: text, driver: text, steps: z.array(step) })),
  results: z.array(result),
  discoveries: z.array(discovery),
  divergences: z.array(object({ id: text, reason: text })),
  stale: z.array(object({ id: text, problem: text })),
  totals,
  volatile,
});

function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess(toMembers, z.strictObject(shape));
}

/** One level of an object; what is no object stays for the schema to refuse. */
function toMembers(json: unknown): unknown {
  return json instanceof JsonObject ? Object.fromEntries(json.members) : json;
}

function toNumber(json: unknown): unknown {
  return json instanceof JsonNumber ? Number(json.text) : json;
}
