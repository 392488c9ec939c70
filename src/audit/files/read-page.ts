import { readFile, stat } from 'node:fs/promises';
import { pageKindOf, type Page } from '../page.ts';

/** A page that was read, or why it cannot be one. */
export type PageReading =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly path: string; readonly why: string };

/** Bytes of the largest page: the longest that people write is a tenth of it. */
const LARGEST = 8 * 1024 * 1024;

/** Reads a page as UTF-8, a byte order mark kept: whoever writes the page back must not lose it. Never rejects: what is no page is said. */
export async function readPage(path: string): Promise<PageReading> {
  const refused = (why: string): PageReading => ({ ok: false, path, why });
  const kind = pageKindOf(path);
  if (kind === undefined) return refused('is no page: its name ends in none of .txt, .md and .html');
  try {
    const { size } = await stat(path);
    if (size > LARGEST) return refused(`has ${size} bytes, more than the ${LARGEST} of the largest page`);
    const bytes = await readFile(path);
    if (bytes.includes(0)) return refused('is binary: it has NUL bytes');
    return {
      ok: true,
      page: { path, kind, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) },
    };
  } catch (cause) {
    if (cause instanceof TypeError) return refused('is not UTF-8');
    return refused(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
