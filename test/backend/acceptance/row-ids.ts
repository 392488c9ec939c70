const ID = /\b([A-Z]{2})-(\d+)\b(?: … \1-(\d+)\b)?/g;

/** The ids of acceptance rows that a text names, a range (`AU-23 … AU-34`) with all that lie in it. */
export function rowIds(text: string): readonly string[] {
  return [...text.matchAll(ID)].flatMap(([, family = '', from = '', to = from]) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, at) => `${family}-${String(Number(from) + at)}`,
    ),
  );
}

/** The ids that the tests of a source file carry: comments do not count. */
export function rowIdsOfTests(source: string): readonly string[] {
  return rowIds(source.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, ''));
}
