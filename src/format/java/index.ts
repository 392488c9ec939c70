/**
 * What `System.out.println` writes for a value of `com.faunadb:faunadb-java`, the output encoded as UTF-8. Strings and keys
 * are not escaped in any release. Spec section 8.
 */
import type { DirectFormat } from '../shared/direct/ways.ts';
import { java03, java031, java04, java11, java21 } from './class-names.ts';
import { java252, java27, java27jdk19 } from './plain.ts';

/** Formats of the driver, oldest first. */
export const javaFormats: readonly DirectFormat[] = [
  java03,
  java031,
  java04,
  java11,
  java21,
  java252,
  java27,
];

/** The same on other runtimes. */
export const javaVariants: readonly DirectFormat[] = [java27jdk19];

export { java27 };
