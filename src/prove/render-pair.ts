import { textLines } from '../report/terminal/lines.ts';
import type { Paint } from '../report/terminal/paint.ts';
import type { ProvenPair } from './proof.ts';

/** Characters of a value or a text that are shown; the rest is in the JSON. */
const SHOWN = 100;

/** Two values and their text, as a clause. */
export function pairText({ left, right, text }: ProvenPair): string {
  return `${short(left.shown)} and ${short(right.shown)} print ${short(text)}`;
}

/** Whether the other value is the text itself, as a string: where strings print bare, every value has such a pair. */
export function isLikeString({ left, right, text }: ProvenPair): boolean {
  return right.tagged === text && typeof left.tagged !== 'string';
}

/** What the driver did with a pair, where it does not bear the model out. */
export function replayLines(pair: ProvenPair, paint: Paint): readonly string[] {
  const { replay } = pair;
  const but = (what: string): readonly string[] =>
    textLines(`✗ ${pairText(pair)} in the model only: ${what}`, paint.red, '      ');
  switch (replay.kind) {
    case 'one text':
    case 'model only':
      return [];
    case 'two texts':
      return but(`the driver prints ${replay.texts.map(short).join(' and ')}`);
    case 'raised':
      return but(`the driver cannot ${replay.message}`);
    case 'broken':
      return but(replay.problem);
  }
}

/** A value or a text cut to what a line can hold. */
export function short(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
