import { z } from 'zod';

/** Any JSON: the queries that a shim is asked, and the bodies of decoded lambdas. */
export const jsonSchema = z.json().meta({ id: 'json', description: 'FQL in wire form' });

/**
 * The tagged JSON of `decoded` as a schema: what `drivers/README.md` lists and no more. `fromTagged` reads everything
 * that this accepts; it also reads forms (`oneOf`, `cut` …) that only `run.json` has and no shim may send.
 */
export const taggedSchema: z.ZodType = z
  .lazy(() =>
    z.union([
      z.null(),
      z.boolean(),
      z.string(),
      z.array(taggedSchema),
      z.strictObject({ long: z.string().regex(/^-?\d+$/) }),
      z.strictObject({ double: numberText }),
      z.strictObject({ number: numberText }),
      z.strictObject({ bytes: z.base64() }),
      z.strictObject({ object: entries, ordered: z.literal(false).optional() }),
      refSchema,
      z.strictObject({ ts: z.string() }),
      z.strictObject({ date: z.string() }),
      z.strictObject({ uuid: z.string() }),
      z.strictObject({ set: entries }),
      z.strictObject({ query: jsonSchema }),
      unsaidSchema,
    ]),
  )
  .meta({ id: 'value', description: 'A decoded value in tagged JSON' });

const numberText = z.string().regex(/^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|-?Infinity|NaN)$/);

const entries = z.array(z.tuple([z.string(), taggedSchema]));

const unsaidSchema = z
  .strictObject({ unsaid: z.string() })
  .meta({ id: 'unsaid', description: "What the driver's API does not show, and why" });

const refSchema: z.ZodType = z
  .lazy(() =>
    z.strictObject({
      ref: z.strictObject({
        id: z.union([z.string(), unsaidSchema]),
        collection: z.union([refSchema, unsaidSchema]).optional(),
        database: z.union([refSchema, unsaidSchema]).optional(),
      }),
    }),
  )
  .meta({ id: 'ref', description: 'A ref; without collection it is a native collection' });
