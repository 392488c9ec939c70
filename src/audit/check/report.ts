import type { AuditFinding, Code, Level } from '../finding.ts';
import type { Judged } from '../judged.ts';
import type { Place } from '../page.ts';

/** What checks of samples are given beside the sample. */
export interface CheckContext {
  /** The place of an offset in the page. */
  readonly place: (offset: number) => Place;
  /** Microseconds since 1970: nothing on a page can be from later. */
  readonly now: bigint;
}

/** A finding about a sample, at the first place where `text` stands in it, else at its beginning. */
export function inSample(
  { sample, number }: Judged,
  { place }: CheckContext,
  found: { readonly level: Level; readonly code: Code; readonly message: string; readonly text?: string },
): AuditFinding {
  const { level, code, message, text } = found;
  const at = text === undefined ? -1 : sample.content.text.indexOf(text);
  return { level, code, message, place: place(sample.content.at(Math.max(0, at))), sample: number };
}
