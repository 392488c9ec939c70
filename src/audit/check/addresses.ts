import type { AuditFinding } from '../finding.ts';
import type { Judged } from '../judged.ts';
import { inSample, type CheckContext } from './report.ts';

/** Addresses of memory; `0x0` is what printproof writes for one. */
const ADDRESS = /\b0x0*[1-9a-f][\da-f]*\b/gi;

/** Addresses of memory in a sample: another one in every run, so a reader can take them for something that they are not. */
export function checkAddresses(judged: Judged, context: CheckContext): readonly AuditFinding[] {
  const addresses = [...new Set([...judged.sample.content.text.matchAll(ADDRESS)].map(([text]) => text))];
  const [first] = addresses;
  // What a string says is no address: only formats whose text has something besides the value print them.
  if (first === undefined || !judged.best.some(({ format }) => masks(format, judged.sample.content.text)))
    return [];
  const what = addresses.length === 1 ? 'An address' : `${addresses.length} addresses`;
  const message = `${what} of memory, another in every run: ${addresses.slice(0, 4).join(', ')}${addresses.length > 4 ? ', …' : ''}.`;
  return [inSample(judged, context, { level: 'warning', code: 'address', message, text: first })];
}

function masks(format: { mask(text: string): string }, text: string): boolean {
  return format.mask(text) !== text;
}
