/** The core compares strings with ICU's root collation, which is that of English too (spec 4.11, Order of values). */
const collator = new Intl.Collator('en-US-u-kn-false-ka-noignore', {
  sensitivity: 'variant',
  caseFirst: 'false',
});

/**
 * Orders strings as the core does: a prefix is smaller; else by collation, and by code units of UTF-8 where that sees no
 * difference. Only the parts after the first difference are collated, as the core does.
 */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (b.startsWith(a)) return -1;
  if (a.startsWith(b)) return 1;
  return collator.compare(a, b) || Buffer.compare(Buffer.from(a), Buffer.from(b));
}
