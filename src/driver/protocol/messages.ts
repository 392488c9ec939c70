import { z } from 'zod';
import { jsonSchema } from './tagged-schema.ts';

/**
 * The messages of the shim protocol as schemas; `drivers/README.md` explains them. Members that are not listed are
 * errors: a shim author learns of a misspelt member from the first run, not from a default that silently took its place.
 */
export const PROTOCOL_VERSION = 1;

/** What printproof writes. */
export const requestSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('hello'), protocol: z.literal(PROTOCOL_VERSION) }),
    z.strictObject({
      type: z.literal('ask'),
      id: z.string(),
      endpoint: z.string(),
      secret: z.string(),
      timeoutMs: z.number().positive(),
      query: jsonSchema,
    }),
  ])
  .meta({ id: 'request', description: 'A line that printproof writes to a shim' });

const raised = z.strictObject({
  type: z.string().meta({ description: 'The class of the error as its language names it' }),
  message: z.string(),
});

const prints = z
  .tuple([z.base64(), z.base64()])
  .meta({ description: 'The bytes that the print statement wrote, for one value printed twice' });

const hello = z.strictObject({
  type: z.literal('hello'),
  protocol: z.int(),
  driver: z.strictObject({ name: z.string(), package: z.string(), version: z.string() }),
  runtime: z.strictObject({ name: z.string(), version: z.string() }),
  platform: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  concurrency: z
    .int()
    .positive()
    .optional()
    .meta({ description: 'How many questions the shim works on at once; 1 when absent' }),
  abilities: z.array(z.string()),
});

const fault = z.strictObject({
  type: z.literal('fault'),
  id: z.string().optional().meta({ description: 'Absent: the shim gives up as a whole' }),
  message: z.string(),
});

/** What a shim writes; `decoded` says how closely decoded values are looked at. */
export function replySchema<Decoded extends z.ZodType>(decoded: Decoded) {
  const answer = { type: z.literal('answer'), id: z.string() };
  return z
    .discriminatedUnion('type', [
      hello,
      z.discriminatedUnion('outcome', [
        z.strictObject({ ...answer, outcome: z.literal('value'), decoded, prints }),
        z.strictObject({ ...answer, outcome: z.literal('error'), raised, prints }),
        z.strictObject({ ...answer, outcome: z.literal('unprintable'), decoded, raised }),
        z.strictObject({ ...answer, outcome: z.literal('unsupported'), what: z.string() }),
      ]),
      fault,
    ])
    .meta({ description: 'What a shim writes after 0x1E' });
}
