import { createRequire } from 'node:module';
import { format as formatForConsole } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { UnprintableValue, formatOf } from '../../../src/format/index.ts';
import { toWire, writeJson } from '../../../src/value/index.ts';
import { describeLaws } from '../laws.ts';

const js43 = formatOf('js/4.3');
if (js43 === undefined) throw new Error('js/4.3 is not in the table of formats');

describeLaws({
  format: js43,
  values: arbitraryValue(),
  unusual: arbitraryValue({ names: 'any' }),
  // A top-level string is written as UTF-8, which has no lone surrogates.
  decodesFaithfully: (value) => value.kind !== 'string' || !/\p{Cs}/u.test(value.value),
  sameButLayout: (left, right) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, ''),
});

describe('js/4.3 and the installed driver', () => {
  test('print the same for any value, and fail for the same values', () => {
    const values = arbitraryValue({ names: 'any', tagKeys: true });
    fc.assert(
      fc.property(values, (value) => {
        expect(outcome(() => js43.print(value))).toStrictEqual(realOutcome(writeJson(toWire(value))));
      }),
      { numRuns: 1000 },
    );
  });
});

type Outcome = { readonly printed: string } | { readonly fails: 'decode' | 'print' };

function outcome(print: () => string): Outcome {
  try {
    return { printed: print() };
  } catch (cause) {
    if (!(cause instanceof UnprintableValue)) throw cause;
    return { fails: cause.where };
  }
}

/** What the driver's own decoder and classes print for an answer. */
function realOutcome(wireText: string): Outcome {
  let decoded: unknown;
  try {
    decoded = parseJson(wireText);
  } catch {
    return { fails: 'decode' };
  }
  try {
    return { printed: Buffer.from(formatForConsole(decoded)).toString() };
  } catch {
    return { fails: 'print' };
  }
}

function parseJson(text: string): unknown {
  const driver: unknown = createRequire(import.meta.url)('faunadb/src/_json.js');
  const parse: unknown =
    typeof driver === 'object' && driver !== null ? Reflect.get(driver, 'parseJSON') : undefined;
  if (typeof parse !== 'function') throw new Error('faunadb has no parseJSON any more');
  return Reflect.apply(parse, undefined, [text]);
}
