import type { Value } from '../../value/index.ts';

/** A value whose entries without an order stand in the order of another value's, so that the two can be compared by eye. */
export function aligned(value: Value, model: Value): Value {
  if (value.kind === 'array' && model.kind === 'array')
    return {
      ...value,
      items: value.items.map((item, index) => {
        const other = model.items[index];
        return other === undefined ? item : aligned(item, other);
      }),
    };
  if (value.kind !== 'object' || model.kind !== 'object') return value;
  const keys = model.entries.map(([key]) => key);
  const place = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const entries =
    value.ordered === false
      ? [...value.entries].sort(([left], [right]) => place(left) - place(right))
      : value.entries;
  return {
    ...value,
    entries: entries.map(([key, inner]) => {
      const other = model.entries.find(([name]) => name === key)?.[1];
      return [key, other === undefined ? inner : aligned(inner, other)] as const;
    }),
  };
}
