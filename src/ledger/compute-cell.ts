import { size } from '../expect/ambiguity.ts';
import { valueAt } from '../expect/pair-shape.ts';
import type { Format } from '../format/index.ts';
import type { Value } from '../value/index.ts';
import type { Cell, Fate, Witness } from './cell.ts';
import { judge, type Judged } from './judge.ts';
import type { Kind } from './kind.ts';
import type { Position, Specimen } from './specimens.ts';

/** Computes a cell from the values of its kind and position, with the texts of all values that stand so. */
export function cellOf(
  format: Format,
  kind: Kind,
  position: Position,
  specimens: readonly Specimen[],
  texts: ReadonlyMap<string, readonly Value[]>,
): Cell {
  const judged = withoutAnyText(specimens.map((one) => judge(format, one, texts)));
  const count = (fate: Fate): number => judged.filter((one) => one.fate === fate).length;
  const counts = {
    kept: count('kept'),
    degraded: count('degraded'),
    lost: count('lost'),
    undefined: count('undefined'),
  };
  const [kept] = judged.flatMap((one) => (one.fate === 'kept' ? witnesses(one) : []));
  return {
    kind: kind.name,
    position,
    fate: headline(counts, judged.length),
    tried: judged.length,
    counts,
    ...(kept === undefined ? {} : { kept }),
    losses: smallest(
      judged.flatMap((one) =>
        one.holes.flatMap(({ what }) => witnesses(one).map((witness) => ({ ...witness, what }))),
      ),
      ({ what }) => what,
      ({ value }) => size(value),
    ),
    failures: smallest(
      judged.flatMap(({ specimen: { print, value } }) =>
        print.ok ? [] : [{ where: print.where, message: print.message, value }],
      ),
      ({ where, message }) => `${where} ${withoutContents(message)}`,
      ({ value }) => size(value),
    ),
    pairs: smallest(
      judged.flatMap((one) => one.pairs),
      ({ shape }) => shape,
      ({ left, right }) => size(left) + size(right),
    ),
  };
}

function headline(counts: Cell['counts'], tried: number): Fate {
  if (counts.undefined === tried) return 'undefined';
  if (counts.kept === tried) return 'kept';
  return counts.lost > 0 && counts.lost + counts.undefined === tried ? 'lost' : 'degraded';
}

/**
 * Where all values of a kind leave one and the same text in their place, it says nothing of any of them: C# writes the name of
 * a class for every set.
 */
function withoutAnyText(judged: readonly Judged[]): readonly Judged[] {
  const texts = new Set<string>();
  let values = 0;
  for (const { specimen, projection } of judged) {
    if (projection === undefined) continue;
    const said = valueAt(projection, specimen.place);
    if (said?.kind !== 'opaque') return judged;
    texts.add(said.text);
    values += 1;
  }
  if (texts.size !== 1 || values < 2) return judged;
  return judged.map((one) => (one.fate === 'degraded' ? { ...one, fate: 'lost' } : one));
}

function witnesses({ specimen: { print, value }, projection }: Judged): readonly Witness[] {
  return print.ok && projection !== undefined ? [{ value, text: print.text, projection }] : [];
}

/** A message without what it quotes of the value. */
function withoutContents(message: string): string {
  return message.replaceAll(/"[^"]*"|\\u[\da-f]{4}|\b[\da-f]{2}\b|-?\d+/g, '…');
}

/** Of each group the smallest, the groups in the order of their smallest. */
function smallest<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string,
  sizeOf: (item: Item) => number,
): readonly Item[] {
  const groups = new Map<string, { readonly item: Item; readonly size: number }>();
  for (const item of items) {
    const group = groupOf(item);
    const length = sizeOf(item);
    const best = groups.get(group);
    if (best === undefined || length < best.size) groups.set(group, { item, size: length });
  }
  return [...groups.values()].sort((a, b) => a.size - b.size).map(({ item }) => item);
}
