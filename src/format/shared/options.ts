import { build, toTagged, writeJson, type Value } from '../../value/index.ts';

/** Values that one text may stand for, nested alternatives opened, each once, in order. */
export function options(values: readonly Value[]): Value {
  const distinct = new Map<string, Value>();
  for (const value of values.flatMap(opened)) {
    const key = writeJson(toTagged(value));
    if (!distinct.has(key)) distinct.set(key, value);
  }
  return build.oneOf([...distinct.values()]);
}

/** The value with every alternative inside replaced by its first, likeliest option. */
export function likeliest(value: Value): Value {
  switch (value.kind) {
    case 'oneOf': {
      const [first] = value.options;
      return first === undefined ? value : likeliest(first);
    }
    case 'array':
      return { ...value, items: value.items.map(likeliest) };
    case 'object':
    case 'set':
      return { ...value, entries: value.entries.map(([key, inner]) => [key, likeliest(inner)] as const) };
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'string':
    case 'bytes':
    case 'ref':
    case 'ts':
    case 'date':
    case 'uuid':
    case 'query':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

function opened(value: Value): readonly Value[] {
  return value.kind === 'oneOf' ? value.options.flatMap(opened) : [value];
}
