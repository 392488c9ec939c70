import { asItIs } from '../mapped-text.ts';
import type { Segment } from './segment.ts';

/** A bare text is one stretch. */
export function segmentsOfText(page: string): readonly Segment[] {
  return [{ kind: 'text', content: asItIs(page, 0, page.length) }];
}
