import { findAmbiguity, size } from '../expect/ambiguity.ts';
import { pairShape } from '../expect/pair-shape.ts';
import type { Format } from '../format/index.ts';
import type { AmbiguousPair, Cell } from '../ledger/cell.ts';
import { inWordsOf } from '../ledger/in-generation.ts';
import type { Kind } from '../ledger/kind.ts';
import { kinds as allKinds } from '../ledger/kinds.ts';
import { ledgerOf } from '../ledger/ledger.ts';
import { isOwnPair } from '../ledger/own-pair.ts';
import { contained, type Position } from '../ledger/specimens.ts';
import type { Value } from '../value/index.ts';

/** What the search found of a kind, by itself or inside a container. */
export interface Searched {
  readonly kind: string;
  readonly position: Position;
  readonly searched: number;
  readonly undefined: number;
  readonly isUndefined: boolean;
  readonly pairs: readonly FoundPair[];
}

export interface FoundPair extends AmbiguousPair {
  /** `directed`, or the path of the search. */
  readonly found: string;
}

export interface SearchSettings {
  readonly kinds: readonly Kind[];
  /** Arbitrary values of each kind and position. */
  readonly runs: number;
  readonly seed: number;
}

/** Unknown shapes looked for by fast-check: the directed values have shown the usual ones, and each costs a whole search. */
const MOST_SHAPES = 5;

/** Looks for different values with one text: among the directed values of each kind, then among arbitrary ones. */
export function searchFormat(format: Format, { kinds, runs, seed }: SearchSettings): readonly Searched[] {
  // The directed values of all kinds, whichever are asked for: a date may have the text of a time.
  const { cells } = ledgerOf(format, { runs: 0, seed, kinds: allKinds });
  return cells.flatMap((cell) => {
    const kind = kinds.find(({ name }) => name === cell.kind);
    return kind === undefined ? [] : [searchKind(format, kind, cell, { runs, seed })];
  });
}

function searchKind(
  format: Format,
  kind: Kind,
  cell: Cell,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Searched {
  const pairs: FoundPair[] = cell.pairs.map((pair) => ({ ...pair, found: 'directed' }));
  const shapes = new Set(pairs.map(({ shape }) => shape));
  const isNew = (left: Value, right: Value): boolean =>
    isOwnPair(kind, cell.position, format, left, right) && !shapes.has(pairShape(format, [left, right]));

  const values = kind.arbitrary
    ?.map((value) => inWordsOf(cell.position === 'top' ? value : contained(value), format.about.generation))
    .filter((value) => value !== undefined);
  const nextPair = () => values && findAmbiguity(format, values, { seed, numRuns: runs, accept: isNew });
  for (let more = 0; more < MOST_SHAPES; more++) {
    const found = nextPair();
    if (found === undefined) break;
    const { text, left, right, path } = found;
    const shape = pairShape(format, [left, right]);
    shapes.add(shape);
    pairs.push({ shape, text, left, right, found: path });
  }
  return {
    kind: kind.name,
    position: cell.position,
    searched: cell.tried + (values === undefined ? 0 : runs),
    undefined: cell.counts.undefined,
    isUndefined: cell.fate === 'undefined',
    pairs: pairs.sort((a, b) => sizeOf(a) - sizeOf(b)),
  };
}

function sizeOf({ left, right }: AmbiguousPair): number {
  return size(left) + size(right);
}
