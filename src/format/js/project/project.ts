import { build, type Value } from '../../../value/index.ts';
import { UnprintableValue } from '../../format.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { decode } from '../decode/decode.ts';
import type { Dialect } from '../dialect.ts';
import { printDecoded } from '../print/print.ts';
import { said } from './said.ts';

/** What is left of a value once the driver has decoded and `console.log` has printed it (spec 13.1). */
export function project(value: Value, dialect: Dialect): Value {
  if (value.kind === 'unsaid') return value;
  try {
    const decoded = decode(value, dialect);
    printDecoded(decoded, dialect);
    return typeof decoded === 'string' && dialect.inspectedTo === undefined
      ? build.str(wellFormed(decoded))
      : said(decoded, dialect);
  } catch (cause) {
    if (cause instanceof UnprintableValue) {
      const what = cause.where === 'decode' ? 'decoded' : 'printed';
      return build.unsaid(`not ${what}: ${cause.message}`);
    }
    if (cause instanceof RangeError) return build.unsaid('nested too deep');
    throw cause;
  }
}
