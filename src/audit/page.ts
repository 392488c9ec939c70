import { lastNotAfter } from './mapped-text.ts';

/** A page of documentation, as it stands in its file. */
export interface Page {
  /** As the user named it, for reports. */
  readonly path: string;
  readonly kind: PageKind;
  readonly text: string;
}

export const PAGE_KINDS = ['text', 'markdown', 'html'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

const KINDS: Readonly<Record<string, PageKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** What a file's name says of its kind; `undefined`: no page. */
export function pageKindOf(path: string): PageKind | undefined {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
}

/** A place in a page: the offset counts UTF-16 units from 0, line and column from 1. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of a page into places. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = lastNotAfter(starts, offset);
    // Editors do not count a byte order mark.
    const start = line === 0 && text.startsWith('\uFEFF') ? 1 : (starts[line] ?? 0);
    return { offset, line: line + 1, column: Math.max(0, offset - start) + 1 };
  };
}
