import { pathText, type RefValue, type UnsaidValue, type Value } from '../value/index.ts';

/** Holes that are listed. */
const MOST_HOLES = 100;

type Path = readonly (string | number)[];

/**
 * What a text does not say of the value, each with its place: `ts: long or double`, `data.list: 20 more items`. Empty when the
 * value is wholly known. At most a hundred; `…` stands for more.
 */
export function holesOf(value: Value): readonly string[] {
  const holes: string[] = [];
  const note = (path: Path, what: string): void => {
    holes.push(path.length === 0 ? what : `${pathText(path)}: ${what}`);
  };
  const left: { readonly one: Value | RefValue | UnsaidValue; readonly path: Path }[] = [
    { one: value, path: [] },
  ];
  for (let next = left.pop(); next !== undefined && holes.length < MOST_HOLES; next = left.pop()) {
    const { one, path } = next;
    const what = holeIn(one);
    if (what !== undefined) note(path, what);
    for (const [key, part] of partsOf(one).toReversed()) left.push({ one: part, path: [...path, key] });
  }
  return left.length > 0 && holes.length >= MOST_HOLES ? [...holes, '…'] : holes;
}

function holeIn(value: Value): string | undefined {
  switch (value.kind) {
    case 'number':
      return 'long or double';
    case 'unsaid':
      return value.why;
    case 'oneOf':
      return `one of ${value.options.length}`;
    case 'opaque':
      return `a ${value.of} known as text only`;
    case 'string':
      return value.cut === undefined ? undefined : `${value.cut} more characters`;
    case 'array':
      return value.cut === undefined ? undefined : `${value.cut} more items`;
    case 'object':
      return value.ordered === false && value.entries.length > 1 ? 'the order of its members' : undefined;
    case 'ts':
      return value.truncated === undefined ? undefined : `cut to ${value.truncated} ns`;
    default:
      return undefined;
  }
}

/** The parts of a value that have a place of their own; options of a `oneOf` have none. */
function partsOf(value: Value): readonly (readonly [key: string | number, part: Value])[] {
  switch (value.kind) {
    case 'array':
      return value.items.map((item, index) => [index, item]);
    case 'object':
    case 'set':
      return value.entries;
    case 'ref':
      return [
        ...(typeof value.id === 'string' ? [] : [['id', value.id] as const]),
        ...(value.collection === undefined ? [] : [['collection', value.collection] as const]),
        ...(value.database === undefined ? [] : [['database', value.database] as const]),
      ];
    default:
      return [];
  }
}
