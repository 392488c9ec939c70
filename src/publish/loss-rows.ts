import type { Cell } from '../ledger/cell.ts';
import { show } from '../value/index.ts';
import { code } from './markdown.ts';

/** Rows of a page's ledger: kind, where it stands, what becomes of it, and the value that shows it. Kept whole: one line for all. */
export function lossRows(cells: readonly Cell[]): readonly (readonly string[])[] {
  return cells.flatMap((cell) => {
    const where = cell.position === 'top' ? 'by itself' : 'inside';
    return reasons(cell).map((reason, index) => [
      index === 0 ? cell.kind : '',
      index === 0 ? where : '',
      index === 0 ? `**${cell.fate}**` : '',
      reason,
    ]);
  });
}

function reasons(cell: Cell): readonly string[] {
  const losses = cell.losses.map(
    ({ what, value, text }) => `${what}: ${code(show(value))} prints ${code(text)}`,
  );
  const failures = cell.failures.map(
    ({ where, message, value }) => `${code(show(value))} is not ${where}d: ${code(message)}`,
  );
  const [pair] = cell.pairs;
  const shared =
    losses.length > 0 || pair === undefined
      ? []
      : [`${code(show(pair.left))} prints as ${code(show(pair.right))} does`];
  const all = [...losses, ...shared, ...failures];
  return all.length === 0 ? [''] : all;
}

/** Rows of a page's table of ambiguities: the kind, two values, and the text that both print. */
export function pairRows(cells: readonly Cell[]): readonly (readonly string[])[] {
  const shapes = new Set<string>();
  return cells.flatMap(({ kind, pairs }) =>
    pairs.flatMap(({ shape, text, left, right }) => {
      const key = `${kind} ${shape}`;
      if (shapes.has(key)) return [];
      shapes.add(key);
      return [[kind, code(show(left)), code(show(right)), code(text)]];
    }),
  );
}
