import type { Column } from './claims.ts';

/** One column a format: what several tables say of it, put together. */
export function merged(columns: readonly Column[]): readonly Column[] {
  const byFormat = new Map<string, Column>();
  for (const column of columns) {
    const before = byFormat.get(column.format);
    byFormat.set(column.format, before === undefined ? column : together(before, column));
  }
  return [...byFormat.values()];
}

function together(one: Column, other: Column): Column {
  const kinds = new Set([...Object.keys(one.cells), ...Object.keys(other.cells)]);
  const cells = [...kinds].map(
    (kind) => [kind, [...(one.cells[kind] ?? []), ...(other.cells[kind] ?? [])]] as const,
  );
  return { ...one, ...other, section: one.section, cells: Object.fromEntries(cells) };
}
