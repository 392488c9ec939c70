import { build, type UnsaidValue } from '../../../value/index.ts';
import type { RubyTraits } from '../traits.ts';

/** Classes of the driver that have no `to_s` of their own. */
const CLASSES = { bytes: 'Bytes', set: 'SetRef', query: 'QueryV' } as const;

/** Whether a release has the class: it decodes what it is of. */
export function hasClass(name: string, { bytes, query }: RubyTraits): boolean {
  return name === CLASSES.set || (name === CLASSES.bytes ? bytes : query);
}

/** What `puts` leaves of such a value: its class. */
export function addressOnly(kind: keyof typeof CLASSES): UnsaidValue {
  return ofClass(CLASSES[kind]);
}

/** The same, of a printed class. */
export function ofClass(name: string): UnsaidValue {
  return build.unsaid(`${name}: address only`);
}

/** The class of such a value. */
export function classOf({ why }: UnsaidValue): string {
  const name = Object.values(CLASSES).find((one) => ofClass(one).why === why);
  if (name === undefined) throw new TypeError(`A value that says nothing (${why}) has no print.`);
  return name;
}
