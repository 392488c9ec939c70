import leven from 'leven';
import { UsageError } from './usage-error.ts';

/** As many letters may be wrong for a name to be taken as meant: a third of it, and at least two. */
const slips = (name: string): number => Math.max(2, Math.floor(name.length / 3));

/**
 * The items that the user named, in the order of `items`; all of them when nothing was named.
 * @throws UsageError for a name that is none, with the nearest one.
 */
export function pick<Item extends { readonly name: string }>(
  what: string,
  items: readonly Item[],
  names: readonly string[],
): readonly Item[] {
  if (names.length === 0) return items;
  for (const name of names) {
    if (items.some((item) => item.name === name)) continue;
    throw new UsageError(
      `There is no ${what} "${name}".`,
      nearest(
        name,
        items.map((item) => item.name),
      ),
    );
  }
  return items.filter((item) => names.includes(item.name));
}

/** The items whose name contains the pattern (`*` stands for anything); a pattern that matches nothing is an error. */
export function filterByName<Item extends { readonly name: string }>(
  what: string,
  items: readonly Item[],
  pattern: string | undefined,
): readonly Item[] {
  if (pattern === undefined) return items;
  const expression = new RegExp(pattern.split('*').map(escape).join('.*'));
  const found = items.filter(({ name }) => expression.test(name));
  if (found.length > 0) return found;
  throw new UsageError(
    `No ${what} matches "${pattern}".`,
    `There are: ${items.map(({ name }) => name).join(', ')}.`,
  );
}

function nearest(name: string, names: readonly string[]): string {
  const [best] = names
    .map((other) => ({ other, distance: leven(name, other) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= slips(name)
    ? `Did you mean "${best.other}"?`
    : `There are: ${names.join(', ')}.`;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
