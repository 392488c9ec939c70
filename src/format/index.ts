/**
 * Print formats: printed text ⇄ canonical value. One folder a family, named as the ids begin; `format.ts` is what each format
 * is. Drift makes new formats, not options of a caller: a family lists one for each id that it ever printed.
 */
import type { Format } from './format.ts';
import { csFormats, csVariants } from './cs/index.ts';
import { goFormats, goVariants } from './go/index.ts';
import { httpFormats } from './http/index.ts';
import { javaFormats, javaVariants } from './java/index.ts';
import { jsFormats, jsVariants } from './js/index.ts';
import { newestOf } from './newest-of.ts';
import { pyFormats, pyVariants } from './py/index.ts';
import { rbFormats, rbVariants } from './rb/index.ts';
import { scalaFormats } from './scala/index.ts';
import { shellFormats, shellVariants } from './shell/index.ts';
import { swiftFormats } from './swift/index.ts';

export { UnprintableValue } from './format.ts';
export { familyOf } from './newest-of.ts';
export type {
  About,
  DatabaseError,
  ErrorElement,
  Format,
  Leniency,
  PrintedError,
  Reading,
  Releases,
} from './format.ts';

/** Every format, variants left out: the wire first, then family by family, oldest first. */
export const formats: readonly Format[] = [
  ...httpFormats,
  ...jsFormats,
  ...shellFormats,
  ...pyFormats,
  ...goFormats,
  ...javaFormats,
  ...scalaFormats,
  ...csFormats,
  ...rbFormats,
  ...swiftFormats,
];

/** Formats whose text depends on more than the driver: another runtime, another culture. */
export const variants: readonly Format[] = [
  ...jsVariants,
  ...shellVariants,
  ...pyVariants,
  ...goVariants,
  ...javaVariants,
  ...csVariants,
  ...rbVariants,
];

const byId = new Map([...formats, ...variants].map((format) => [format.id, format]));

/** The format or variant of an id such as `js/4.3` or `js/4.3+n12`; `undefined` when there is none. */
export function formatOf(id: string): Format | undefined {
  return byId.get(id);
}

/** What today's driver of a family (`js` of `js/4.3`) prints in; `undefined` when there is no such family. */
export function newestFormat(family: string): Format | undefined {
  return newestOf(family, formats);
}
