import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { IDS } from '../../../src/format/js/ids.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import { build } from '../../../src/value/index.ts';
import { written } from '../laws.ts';
import { valuesOf } from './values.ts';

/** These print dates and times as objects, of which a user's own `@date` may be one with anything in it. */
const OLDEST = IDS.filter(({ hooks }) => hooks === 'method');

test.each(OLDEST)(
  '$id projects a second time what it has projected, whatever keys objects have',
  (traits) => {
    const format = makeFormat({ traits, profile: 'n16' });
    const odd = build.arr([build.obj({ '@date': build.nul })]);
    const values = fc.oneof(fc.constant(odd), valuesOf(traits, { names: 'any', tagKeys: true }));
    fc.assert(
      fc.property(values, (value) => {
        const once = format.project(value);
        expect(written(format.project(once))).toBe(written(once));
      }),
    );
  },
);
