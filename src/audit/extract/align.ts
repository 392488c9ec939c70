import { parseFragment } from 'parse5';
import { inPieces, type MappedText, type Piece } from '../mapped-text.ts';

const REFERENCE = /&(?:#[Xx]?[\dA-Fa-f]+|[A-Za-z][\dA-Za-z]*);?/y;
const TAG = /<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^"'>])*>/y;

/**
 * Lays the text that the parser made of a stretch of HTML over the stretch itself, character reference by character
 * reference, so that each character knows where it stands. Where the two cannot be brought together (text that the parser
 * moved), the rest is placed at the point where they part.
 */
export function align(text: string, source: string, from: number): MappedText {
  const pieces: Piece[] = [];
  let at = 0;
  // The line break after `<pre>` is no part of its text.
  let there = newlines(source) > newlines(text) ? (/^\r?\n/.exec(source)?.[0].length ?? 0) : 0;
  let run = { start: 0, source: from + there };
  const endRun = (): void => {
    if (at > run.start) pieces.push({ ...run, length: at - run.start });
  };
  while (at < text.length) {
    const here = source[there];
    const reference = here === '&' ? referenceAt(source, there) : undefined;
    const tag = here === '<' ? tagAt(source, there) : undefined;
    if (tag !== undefined && !text.startsWith(tag, at)) {
      // An end tag that ends nothing, which the parser drops.
      endRun();
      there += tag.length;
      run = { start: at, source: from + there };
    } else if (reference !== undefined && text.startsWith(reference.text, at)) {
      endRun();
      pieces.push({
        start: at,
        source: from + there,
        length: reference.text.length,
        spelt: reference.length,
      });
      at += reference.text.length;
      there += reference.length;
      run = { start: at, source: from + there };
    } else if (here === '\r' && text[at] === '\n') {
      endRun();
      const length = source[there + 1] === '\n' ? 2 : 1;
      pieces.push({ start: at, source: from + there, length: 1, spelt: length });
      at += 1;
      there += length;
      run = { start: at, source: from + there };
    } else if (here === text[at]) {
      at += 1;
      there += 1;
    } else {
      endRun();
      pieces.push({ start: at, source: from + there, length: text.length - at, spelt: 0 });
      return inPieces(text, pieces);
    }
  }
  endRun();
  return inPieces(text, pieces);
}

function newlines(text: string): number {
  return /^(?:\r?\n)*/.exec(text)?.[0].replaceAll('\r', '').length ?? 0;
}

function tagAt(source: string, at: number): string | undefined {
  TAG.lastIndex = at;
  return TAG.exec(source)?.[0];
}

const decoded = new Map<string, string>();

/** A character reference and what it stands for; one without a semicolon may be the beginning of a word. */
function referenceAt(
  source: string,
  at: number,
): { readonly text: string; readonly length: number } | undefined {
  REFERENCE.lastIndex = at;
  const written = REFERENCE.exec(source)?.[0];
  if (written === undefined) return undefined;
  let text = decoded.get(written);
  if (text === undefined) {
    const [node] = parseFragment(written).childNodes;
    text = node !== undefined && 'value' in node ? node.value : written;
    decoded.set(written, text);
  }
  return text === written ? undefined : { text, length: written.length };
}
