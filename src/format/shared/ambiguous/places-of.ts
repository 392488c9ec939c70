/** Characters between two places that are as much work as a place looked at in vain. */
const CHARACTERS_A_SKIP = 64;

/**
 * The places from `from` on where one of two marks stands, in ascending order. `skipped` is told of the characters between
 * them: a search is fast, but a hostile text has many places where one begins.
 */
export function* placesOf(
  text: string,
  from: number,
  marks: readonly [string, string],
  skipped: (count: number) => void,
): Generator<number> {
  const next = (mark: string, at: number): number => {
    const found = text.indexOf(mark, at);
    return found === -1 ? text.length : found;
  };
  let first = next(marks[0], from);
  let second = next(marks[1], from);
  for (let last = from; ;) {
    const place = Math.min(first, second);
    skipped(Math.floor((place - last) / CHARACTERS_A_SKIP));
    if (place === text.length) return;
    yield place;
    last = place;
    if (place === first) first = next(marks[0], place + 1);
    if (place === second) second = next(marks[1], place + 1);
  }
}
