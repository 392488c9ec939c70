import type { StringValue } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { MOST_CUT } from '../../decode/most-cut.ts';
import { linesOf } from '../../layout/lines.ts';
import { TRAITS, type Profile } from '../../layout/profile.ts';
import { stringText } from '../../layout/string-text.ts';
import { firstChange } from '../first-change.ts';
import { readString } from '../read-string.ts';
import { DOT, endOfRun, PLAIN, QUOTE } from './characters.ts';

/** Columns by which containers indent what is in them, where strings are spread over lines. */
const STEP = 2;
/** What was written as UTF-8 holds no half of a pair. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text may have come out of the console as it is. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/** Reads a string that is spelled as Node.js spells it inside so many containers. */
export function readText(reader: TextReader, profile: Profile, level: number): StringValue {
  const { text, offset: start } = reader;
  const { maxUnits } = TRAITS[profile];
  if (text.charCodeAt(start) === QUOTE) {
    const end = endOfRun(text, start + 1, PLAIN);
    const length = end - start - 1;
    // A dot begins the count of what was cut off.
    if (text.charCodeAt(end) === QUOTE && text.charCodeAt(end + 1) !== DOT && length <= maxUnits) {
      reader.offset = end + 1;
      return { kind: 'string', value: text.slice(start + 1, end) };
    }
  }
  const { value, cut } = readString(reader) ?? reader.fail('a string');
  const spelled = text.slice(start, reader.offset);
  const fits = cut === undefined ? value.length <= maxUnits : value.length === maxUnits && isCount(cut);
  const again = fits ? stringText(value, cut ?? 0, STEP * level, linesOf(profile)) : '';
  if (!fits || !isWellFormed(spelled) || firstChange(spelled, again) !== undefined)
    return reader.fail('the text as Node.js prints it', start);
  return cut === undefined ? { kind: 'string', value } : { kind: 'string', value, cut };
}

/** Whether so much may have been cut off. */
export function isCount(cut: number): boolean {
  return cut > 0 && cut <= MOST_CUT;
}
