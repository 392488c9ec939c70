/**
 * What `println` writes for a value of `com.faunadb:faunadb-scala`, the output encoded as UTF-8. Strings and keys are not
 * escaped in any release, and from five fields on objects come in hash order. Spec section 9.
 */
import type { DirectFormat } from '../shared/direct/ways.ts';
import { oldScalaFormats } from './class-names.ts';
import { scala26, scala27 } from './plain.ts';

/** Formats of the driver, oldest first. */
export const scalaFormats: readonly DirectFormat[] = [...oldScalaFormats, scala26, scala27];

export { scala27 };
