import { build, type Value } from '../../../value/index.ts';
import type { Reading } from '../../format.ts';
import type { Place } from './read-place.ts';
import { readPrint } from '../../shared/read-print.ts';
import type { Dialect } from '../dialect.ts';
import { hasUnescapedKeys } from '../layout/key.ts';
import { print } from '../print/print.ts';
import { readDirect } from './direct/read-direct.ts';
import { firstChange } from './first-change.ts';
import { placeFor } from './readers.ts';
import { skipSpace } from './skip-space.ts';

/**
 * Reads what `console.log` wrote. Layout is free, as documentation tools strip it and Node.js versions differ in it, but every
 * reading prints as this very text again, white space aside.
 */
export function parse(text: string, dialect: Dialect): Reading {
  const direct = readDirect(text, dialect);
  if (direct === undefined) return parseCarefully(text, dialect);
  const isAllQuoted = dialect.inspectedTo !== undefined;
  return { ok: true, readings: isAllQuoted ? [direct] : [direct, build.str(text)], complete: true };
}

/** The same for any text: what is read is printed again. */
export function parseCarefully(text: string, dialect: Dialect): Reading {
  return readPrint(text, {
    read: (reader, names) => readWhole(placeFor(reader, names, dialect)),
    print: (value) => print(value, dialect),
    firstChange,
    hasRawTexts:
      dialect.traits.expressions?.strings === 'raw' ||
      (hasUnescapedKeys(dialect.profile) && text.includes('\\')),
    quotesAll: dialect.inspectedTo !== undefined,
  });
}

function readWhole(place: Place): Value {
  const value = place.readers.value(place);
  skipSpace(place.reader);
  place.reader.end();
  return value;
}
