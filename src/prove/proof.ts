/**
 * What a proof of ambiguity found, as plain data: `printproof ambiguity --json` writes it. Values are tagged JSON
 * (`drivers/README.md`), beside their text for people.
 */
import { z } from 'zod';

export const PROOF_VERSION = 1;

const value = z.object({ shown: z.string(), tagged: z.json() });

const replay = z.discriminatedUnion('kind', [
  /** No driver that prints so can run here, or none was to be asked: the pair is a claim of the model. */
  z.object({ kind: z.literal('model only'), why: z.string() }),
  /** The driver wrote the same bytes for both, addresses and the like apart. */
  z.object({ kind: z.literal('one text'), text: z.string() }),
  z.object({ kind: z.literal('two texts'), texts: z.tuple([z.string(), z.string()]) }),
  z.object({ kind: z.literal('raised'), message: z.string() }),
  z.object({ kind: z.literal('broken'), problem: z.string() }),
]);
export type Replay = z.infer<typeof replay>;

const pair = z.object({
  /** How the values differ: `kind: double ≠ long`. */
  difference: z.string(),
  left: value,
  right: value,
  /** What both print, as the model writes it, addresses and the like masked. */
  text: z.string(),
  /** `directed`: of the values that are always tried; otherwise the path that, with the seed, leads to it. */
  found: z.string(),
  replay,
});
export type ProvenPair = z.infer<typeof pair>;

const verdict = z.object({
  kind: z.string(),
  position: z.enum(['top', 'inside']),
  /** How many values were tried, their neighbours not counted. */
  searched: z.number().int(),
  /** How many of the directed values the driver cannot decode or print at all. */
  undefined: z.number().int(),
  /** `injective`: no two values with one text were found. */
  verdict: z.enum(['injective', 'ambiguous', 'undefined']),
  /** The smallest pair of each way in which two values differ, the smallest first. */
  pairs: z.array(pair),
});
export type KindVerdict = z.infer<typeof verdict>;

/** Where the model and the real driver do not write the same for one value. */
const disagreement = z.object({ value, model: z.string(), driver: z.string() });
export type Disagreement = z.infer<typeof disagreement>;

const stability = z.object({
  /** What was different: `another process`, `time zone Asia/Kolkata`. */
  condition: z.string(),
  /** The environment variables that were set. */
  env: z.record(z.string(), z.string()),
  /** Locale and time zone as the driver's process saw them. */
  locale: z.string(),
  timeZone: z.string(),
  values: z.number().int(),
  /** `but for`: only what the format says is no function of the value differs, addresses for example. */
  verdict: z.enum(['stable', 'but for', 'two texts', 'broken']),
  /** What differs freely, or what broke. */
  detail: z.string().optional(),
  example: z.object({ value, texts: z.tuple([z.string(), z.string()]) }).optional(),
  /** Id of the known instability that it is. */
  known: z.string().optional(),
});
export type Stability = z.infer<typeof stability>;

const driver = z.object({
  name: z.string(),
  title: z.string(),
  version: z.string(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ran'), runtime: z.string(), locale: z.string(), timeZone: z.string() }),
    z.object({ kind: z.literal('unavailable'), missing: z.string(), get: z.string() }),
    z.object({ kind: z.literal('broken'), problem: z.string() }),
    z.object({ kind: z.literal('not asked') }),
  ]),
  /** Directed values that it printed, each held against the model. */
  held: z.number().int(),
  disagreements: z.array(disagreement),
  stability: z.array(stability),
});
export type DriverProof = z.infer<typeof driver>;

const formatProof = z.object({
  format: z.string(),
  /** The driver that prints so today; absent: none of the project's does. */
  driver: driver.optional(),
  kinds: z.array(verdict),
});
export type FormatProof = z.infer<typeof formatProof>;

export const proofSchema = z.object({
  proofVersion: z.literal(PROOF_VERSION),
  seed: z.number().int(),
  /** Arbitrary values of each kind. */
  runs: z.number().int(),
  formats: z.array(formatProof),
  /** Known instabilities that did not show. */
  stale: z.array(z.object({ id: z.string(), problem: z.string() })),
  /** How many findings nobody expected: each makes the exit status 1. */
  unexpected: z.number().int(),
});
export type Proof = z.infer<typeof proofSchema>;

/** The JSON Schema (draft 2020-12), published as `docs/ambiguity.schema.json`. */
export function proofJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(proofSchema, { io: 'output' });
  return {
    $schema,
    title: `printproof ambiguity, version ${PROOF_VERSION}`,
    description: 'What `printproof ambiguity --json` writes. Generated from src/prove/proof.ts.',
    ...rest,
  };
}
