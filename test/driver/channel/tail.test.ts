import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Tail, TAIL_BYTES } from '../../../src/driver/channel/tail.ts';

it('keeps exactly the last bytes, however they come', () => {
  const chunk = fc.tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom(0, 1, 7, 1000, TAIL_BYTES, TAIL_BYTES + 3),
  );
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 8 }), (chunks) => {
      const tail = new Tail();
      const parts = chunks.map(([letter, length]) => letter.repeat(length));
      for (const part of parts) tail.push(Buffer.from(part));
      expect(tail.text).toBe(parts.join('').slice(-TAIL_BYTES));
    }),
  );
});
