import { z } from 'zod';
import { RECORD_VERSION } from '../verdict/record.ts';
import { runSchema } from './run-schema.ts';

/** The JSON Schema (draft 2020-12) of `run.json`, published as `docs/run.schema.json` for those who read it. */
export function runJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(runSchema, { io: 'output', unrepresentable: 'any' });
  return {
    $schema,
    title: `printproof run, version ${RECORD_VERSION}`,
    description: 'What `printproof run` found. Generated from src/report/run-schema.ts.',
    ...rest,
  };
}
