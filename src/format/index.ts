/**
 * Print formats: printed text ⇄ canonical value. One folder a format, named by its id; `format.ts` is what each of them is.
 * Drift makes new formats, not new options: historic ids (`js/2.7`, `py/2.0`) come as folders of their own into the table.
 */
import type { Format } from './format.ts';
import { cs29 } from './cs-2.9/index.ts';
import { go27 } from './go-2.7/index.ts';
import { http27 } from './http-2.7/index.ts';
import { java27 } from './java-2.7/index.ts';
import { js43 } from './js-4.3/index.ts';
import { py27 } from './py-2.7/index.ts';
import { scala27 } from './scala-2.7/index.ts';

export { UnprintableValue } from './format.ts';
export type { DatabaseError, ErrorElement, Format, PrintedError, Reading } from './format.ts';

/** All formats, the wire first. */
export const formats: readonly Format[] = [http27, js43, py27, go27, java27, scala27, cs29];

const byId = new Map(formats.map((format) => [format.id, format]));

/** The format of an id such as `js/4.3`; `undefined` when there is none. */
export function formatOf(id: string): Format | undefined {
  return byId.get(id);
}
