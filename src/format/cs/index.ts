/**
 * What `Console.WriteLine` writes for a value of `FaunaDB.Client`, the output encoded as UTF-8. Dates and decimal signs follow
 * the current culture, which the text does not name: a bare id is the invariant culture on .NET Core 3.0 and later, variants
 * are other cultures of .NET 10 with ICU 72, and `+fx` the runtimes before. Spec section 10.
 */
import type { Format } from '../format.ts';
import type { DirectFormat } from '../shared/direct/ways.ts';
import { csFormat, inCulture, onFramework } from './cs-format.ts';
import { CULTURES, INVARIANT, type Culture } from './culture.ts';
import { cs30dev, cs30devOnFramework } from './dev/index.ts';
import { CS29, CS_IDS } from './ids.ts';

export const cs29: DirectFormat = csFormat(CS29);

/** `cs/2.9` under a culture; its id names every culture but the invariant one: `cs/2.9+de-DE`. */
export function cs29In(culture: Culture): DirectFormat {
  return inCulture(CS29, culture);
}

/** The formats whose values have names, `LongV(1)`: bare ids, earlier runtimes, other cultures. */
export const csNamed: readonly DirectFormat[] = [
  ...CS_IDS.map(csFormat),
  ...CS_IDS.map(onFramework),
  ...CULTURES.filter((culture) => culture !== INVARIANT).map(cs29In),
];

/** Formats of the driver, oldest first; the text of the development branch, older than 3.0.0, comes last. */
export const csFormats: readonly Format[] = [
  ...CS_IDS.filter((id) => id !== CS29).map(csFormat),
  cs29,
  cs30dev,
];

/** The same on other runtimes and under other cultures. */
export const csVariants: readonly Format[] = [
  ...CS_IDS.map(onFramework),
  cs30devOnFramework,
  ...CULTURES.filter((culture) => culture !== INVARIANT).map(cs29In),
];
