import { build, type Entry, type RefValue, type Value } from '../../value/index.ts';

/**
 * The wholly known values that a reading admits: one with the first option of every alternative, and those that take
 * another option in one place. A reading with something unsaid admits none.
 */
export function concreteReadings(reading: Value): readonly Value[] {
  switch (reading.kind) {
    case 'oneOf':
      return reading.options.flatMap(concreteReadings);
    case 'array':
      return variants(reading.items.map(concreteReadings)).map((items) => build.arr(items));
    case 'object':
      return withEntries(reading.entries, (entries) => build.obj(entries));
    case 'set':
      return withEntries(reading.entries, (entries) => build.set(entries));
    case 'ts':
      return [build.ts(reading.text)];
    case 'ref':
      return isKnown(reading) ? [reading] : [];
    case 'string':
      return reading.cut === undefined ? [reading] : [];
    case 'number':
    case 'opaque':
    case 'unsaid':
      return [];
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'bytes':
    case 'date':
    case 'uuid':
    case 'query':
      return [reading];
  }
}

function withEntries(
  entries: readonly Entry[],
  make: (entries: readonly Entry[]) => Value,
): readonly Value[] {
  return variants(entries.map(([, value]) => concreteReadings(value))).map((values) =>
    make(
      entries.flatMap(([key], index): Entry[] => {
        const value = values[index];
        return value === undefined ? [] : [[key, value]];
      }),
    ),
  );
}

/** All first choices, and every single deviation from them; nothing when a part has no choice. */
function variants(choices: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  const firsts = choices.flatMap(([first]) => (first === undefined ? [] : [first]));
  if (firsts.length < choices.length) return [];
  const deviations = choices.flatMap((options, index) =>
    options.slice(1).map((option) => firsts.with(index, option)),
  );
  return [firsts, ...deviations];
}

function isKnown(ref: RefValue): boolean {
  const part = (inner: RefValue['collection']): boolean =>
    inner === undefined || (inner.kind === 'ref' && isKnown(inner));
  return typeof ref.id === 'string' && part(ref.collection) && part(ref.database);
}
