import type { Format } from '../format/index.ts';
import type { Value } from '../value/index.ts';
import { bare } from './bare.ts';
import { printed, type Fit, type Fitting } from './fit.ts';
import { oddity } from './oddity.ts';
import { GENERATION_MARKS, MARKS } from './marks.ts';
import { familyOf } from '../format/index.ts';

const FITS: Readonly<Record<Fit, string>> = {
  exact: 'printed again it is this text',
  layout: 'printed again it differs in white space only',
  lenient: 'its reader takes it, its printer writes it otherwise',
};

/** Why a text is taken for a format's, in words. */
export function reasonOf({ text, readings: [first], fit }: Fitting, marks: readonly string[]): string {
  if (oddity(first, text) > 0) return `only with structure inside of its names or strings; ${FITS[fit]}`;
  if (marks.length > 0) return `${marks.join(', ')}; ${FITS[fit]}`;
  return isPlain(first)
    ? `a plain value, which nothing tells apart; ${FITS[fit]}`
    : `no mark of one driver, but it reads whole; ${FITS[fit]}`;
}

/** The words of the marks that the text shows, and that are not there by chance: its bare structure shows them as well. */
export function marksOf({ format, text, readings: [first] }: Fitting): readonly string[] {
  const structure = structureOf(format, first) ?? text;
  const isShown = ({ pattern }: { readonly pattern: RegExp }): boolean =>
    pattern.test(text) && pattern.test(structure);
  const marks = MARKS.filter((one) => one.families.includes(familyOf(format)) && isShown(one));
  if (marks.length === 0) return [];
  const { generation } = format.about;
  const generations = GENERATION_MARKS.filter((one) => one.generation === generation && isShown(one));
  return [...marks, ...generations].map(({ words }) => words);
}

/** What the format prints for the structure of a value alone; `undefined` when it cannot. */
export function structureOf(format: Format, value: Value): string | undefined {
  try {
    return printed(format, bare(value));
  } catch (cause) {
    // Nested more deeply than we can follow.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** A value without parts: what most formats write alike. */
export function isPlain(value: Value): boolean {
  switch (value.kind) {
    case 'array':
      return value.items.length === 0;
    case 'object':
      return value.entries.length === 0;
    case 'ref':
    case 'set':
    case 'query':
    case 'opaque':
      return false;
    case 'oneOf':
      return value.options.every(isPlain);
    default:
      return true;
  }
}
