import { twins } from '../expect/ambiguity.ts';
import { pairShape } from '../expect/pair-shape.ts';
import type { Format } from '../format/index.ts';
import { build, type Value } from '../value/index.ts';
import type { AmbiguousPair, Fate } from './cell.ts';
import { holes, type Hole } from './holes.ts';
import { isConcerned, isOwnPair } from './own-pair.ts';
import { textKey, type Specimen } from './specimens.ts';

/** What became of one value. */
export interface Judged {
  readonly specimen: Specimen;
  readonly fate: Fate;
  readonly projection?: Value;
  readonly holes: readonly Hole[];
  readonly pairs: readonly AmbiguousPair[];
}

/** Looks what a text leaves open of its value, and which other values have it, among them those of `texts`. */
export function judge(
  format: Format,
  specimen: Specimen,
  texts: ReadonlyMap<string, readonly Value[]>,
): Judged {
  const { kind, print, value, place, position } = specimen;
  if (!print.ok) return { specimen, fate: 'undefined', holes: [], pairs: [] };
  const projection = format.project(value);
  const found = holes(value, projection).filter(
    (hole) => hole.path.length <= place.length || isConcerned(kind, hole.of),
  );
  // Shapes ask for the projection of the left value only, which is there.
  const said = { project: () => projection };
  const others = twins(format, value, (left, right) => isOwnPair(kind, position, said, left, right), [
    ...(texts.get(textKey(position, print.text)) ?? []),
    ...(position === 'top' ? [build.str(print.text)] : []),
  ]);
  const pairs = new Map<string, AmbiguousPair>();
  for (const right of others) {
    const shape = pairShape(said, [value, right]);
    // The smallest come first.
    if (!pairs.has(shape)) pairs.set(shape, { shape, text: print.text, left: value, right });
  }
  const isLost = found.some((hole) => hole.isEmpty && hole.path.length <= place.length);
  const isKept = found.length === 0 && pairs.size === 0;
  return {
    specimen,
    fate: isLost ? 'lost' : isKept ? 'kept' : 'degraded',
    projection,
    holes: found,
    pairs: [...pairs.values()],
  };
}
