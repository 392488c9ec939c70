import { build, type Value } from '../../value/index.ts';

/** The text with each surrogate that has no partner replaced, as an encoder to UTF-8 does. */
export function replaceLoneSurrogates(text: string, replacement: string): string {
  return text.replace(/\p{Surrogate}/gu, replacement);
}

/**
 * What a print says of a string when lone surrogates come out as `replacement`: the original and the printed text both fit.
 */
export function projectString(text: string, replacement: string): Value {
  const printed = replaceLoneSurrogates(text, replacement);
  return build.oneOf(printed === text ? [build.str(text)] : [build.str(text), build.str(printed)]);
}
