import type { Format } from '../format/index.ts';
import type { Replay } from './proof.ts';
import { textOf, type RealPrint } from './live-driver.ts';

/** What a driver's real prints of two values say of the claim that they have one text. */
export function replayOf(format: Pick<Format, 'mask'>, left: RealPrint, right: RealPrint): Replay {
  for (const print of [left, right]) {
    if (print.kind === 'broken') return { kind: 'broken', problem: print.problem };
    if (print.kind === 'raised') return { kind: 'raised', message: `${print.where}: ${print.message}` };
  }
  const [one, other] = [textOf(left) ?? '', textOf(right) ?? ''].map((text) => format.mask(text));
  if (one === undefined || other === undefined) throw new TypeError('A pair has two prints.');
  const isOne = one === other && (isSame(left, right) || isText(left, right));
  return isOne ? { kind: 'one text', text: one } : { kind: 'two texts', texts: [one, other] };
}

function isSame(left: RealPrint, right: RealPrint): boolean {
  return left.kind === 'text' && right.kind === 'text' && Buffer.compare(left.bytes[0], right.bytes[0]) === 0;
}

/** Whether both are UTF-8: other bytes would look alike once they are read as text. */
function isText(...prints: readonly RealPrint[]): boolean {
  return prints.every(
    (print) =>
      print.kind === 'text' &&
      Buffer.from(Buffer.from(print.bytes[0]).toString('utf8')).equals(print.bytes[0]),
  );
}
