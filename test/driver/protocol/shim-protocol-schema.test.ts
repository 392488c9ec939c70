import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { shimProtocolSchema } from '../../../src/driver/protocol/shim-protocol-schema.ts';

it('is published as it is: docs/shim-protocol.schema.json (npx vitest run test/driver -u writes it)', async () => {
  const path = new URL('../../../docs/shim-protocol.schema.json', import.meta.url).pathname;
  const style = { ...(await resolveConfig(path)), filepath: path };
  await expect(await format(JSON.stringify(shimProtocolSchema()), style)).toMatchFileSnapshot(path);
});
