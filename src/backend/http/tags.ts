export type TagsReading =
  /** What the answer echoes; absent: nothing was sent. */
  | { readonly ok: true; readonly echo: string | undefined }
  /** The description of a `bad request`. */
  | { readonly ok: false; readonly problem: string };

const LONGEST_HEADER = 3000;
const MOST_TAGS = 25;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 80;

/** Reads `X-Fauna-Tags`. The echo lists the pairs from last to first, as the database does (spec 1.5). */
export function readTags(header: string | undefined): TagsReading {
  if (header === undefined || header === '') return { ok: true, echo: undefined };
  if (header.length > LONGEST_HEADER) return bad('header is too long');
  if (!/^\w+=\w+(?:,\w+=\w+)*$/.test(header)) return bad('invalid tags');
  const pairs = header.split(',');
  if (pairs.length > MOST_TAGS) return bad('too many tags');
  const keys = new Set<string>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const key = pair.slice(0, equals);
    if (key.length > LONGEST_KEY) return bad('invalid key');
    if (pair.length - equals - 1 > LONGEST_VALUE) return bad('invalid value');
    if (keys.has(key)) return bad('duplicate key');
    keys.add(key);
  }
  return { ok: true, echo: pairs.toReversed().join(',') };
}

function bad(problem: string): TagsReading {
  return { ok: false, problem: `Invalid header 'x-fauna-tags': ${problem}` };
}
