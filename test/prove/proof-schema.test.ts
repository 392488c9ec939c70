import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { proofJsonSchema } from '../../src/prove/proof.ts';

it('is published as it is: docs/ambiguity.schema.json (npx vitest run test/prove/proof-schema.test.ts -u writes it)', async () => {
  const path = new URL('../../docs/ambiguity.schema.json', import.meta.url).pathname;
  const style = { ...(await resolveConfig(path)), filepath: path };
  await expect(await format(JSON.stringify(proofJsonSchema()), style)).toMatchFileSnapshot(path);
});
