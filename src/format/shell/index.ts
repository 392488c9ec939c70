/**
 * What Fauna Shell, the terminal client of the database, writes for a result: its prompt, and its commands that evaluate one
 * expression. The JavaScript driver is beneath it, so most texts are those of `js` formats, inspected otherwise. Spec section 5.
 */
import type { Format } from '../format.ts';
import { OLDER_DRIVERS } from './about/releases.ts';
import { evalJsonFormat, indentedJsonFormat } from './eval-json.ts';
import { firstFormat, promptFormat } from './first.ts';
import { inspectedFormat } from './inspected.ts';
import { stringifiedFormat } from './stringified.ts';
import { trimmedFormat } from './trimmed.ts';

/** Formats over the newest driver and Node.js that each ran with, oldest first. */
export const shellFormats: readonly Format[] = [
  firstFormat(),
  stringifiedFormat,
  inspectedFormat(),
  evalJsonFormat,
  trimmedFormat,
];

/** The same over older drivers, `shell/0.3+js2.7`, on older Node.js, `shell/0.3+n12`, and by other statements. */
export const shellVariants: readonly Format[] = [
  ...(['n8', 'n10', 'n12'] as const).map((profile) => firstFormat(profile)),
  promptFormat(),
  promptFormat('n10'),
  ...OLDER_DRIVERS.map((driver) => inspectedFormat({ driver })),
  ...(['n10', 'n12', 'n14'] as const).map((profile) => inspectedFormat({ profile })),
  indentedJsonFormat,
];
