/** A secret of the database that stands in a text, from `offset` on. */
export interface FoundSecret {
  readonly offset: number;
  readonly text: string;
}

/** Lengths of a token's and of a key's secret. */
const LENGTHS = [51, 40];

/** Finds secrets in a text: base64url of 30 or 38 bytes that begin 7e70 or 7e71 (keys and tokens, spec/formats 16.1). */
export function secretsIn(text: string): readonly FoundSecret[] {
  return [...text.matchAll(/fn[A-F][\w-]{37,}/g)].flatMap(({ 0: run, index }) =>
    LENGTHS.map((length) => run.slice(0, length))
      .filter(isSecret)
      .map((secret) => ({ offset: index, text: secret })),
  );
}

function isSecret(candidate: string): boolean {
  const bytes = Buffer.from(candidate, 'base64url');
  return (
    candidate.length === (bytes[1] === 0x71 ? 51 : 40) &&
    bytes[0] === 0x7e &&
    (bytes[1] === 0x70 || bytes[1] === 0x71)
  );
}
