import type { Value } from '../../../value/index.ts';
import { ReadFailure } from '../read-failure.ts';
import { DirectReader } from './direct-reader.ts';
import type { Ways } from './ways.ts';

export type DirectReading =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: ReadFailure };

/** The likeliest reading of a text, in one pass: it takes time in proportion to the text and no stack. */
export function readDirect(text: string, { style, printDecoded }: Ways): DirectReading {
  // What an encoder to UTF-8 has written has no lone surrogates.
  const lone = text.search(/\p{Surrogate}/u);
  if (lone !== -1) return { ok: false, failure: new ReadFailure(lone, 'no half of a surrogate pair') };
  try {
    const reader = new DirectReader(text, style);
    const value = reader.whole();
    if (reader.mustReprint && printDecoded(value) !== text)
      reader.fail('the text as the driver prints it', 0);
    return { ok: true, value };
  } catch (cause) {
    if (!(cause instanceof ReadFailure)) throw cause;
    return { ok: false, failure: cause };
  }
}
