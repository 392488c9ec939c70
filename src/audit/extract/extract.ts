import type { Page } from '../page.ts';
import { segmentsOfHtml } from './html.ts';
import { segmentsOfMarkdown } from './markdown.ts';
import type { Segment } from './segment.ts';
import { segmentsOfText } from './text.ts';

/** What a page is made of, in its order. */
export function segmentsOf({ kind, text }: Page): readonly Segment[] {
  switch (kind) {
    case 'text':
      return segmentsOfText(text);
    case 'markdown':
      return segmentsOfMarkdown(text);
    case 'html':
      return segmentsOfHtml(text);
  }
}
