import { z } from 'zod';
import { PROTOCOL_VERSION, replySchema, requestSchema } from './messages.ts';
import { taggedSchema } from './tagged-schema.ts';

/** The protocol's JSON Schema (draft 2020-12), published as `docs/shim-protocol.schema.json` for authors of shims. */
export function shimProtocolSchema(): Record<string, unknown> {
  const reply = replySchema(taggedSchema).meta({ id: 'reply', description: 'What a shim writes after 0x1E' });
  const { $schema, ...rest } = z.toJSONSchema(z.union([requestSchema, reply]));
  return {
    $schema,
    title: `printproof shim protocol, version ${PROTOCOL_VERSION}`,
    description:
      'Every message is one JSON text; drivers/README.md is the contract. Generated from src/driver/protocol.',
    ...rest,
  };
}
