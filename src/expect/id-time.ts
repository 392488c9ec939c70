/** The zero of generated ids, 2012-05-05T23:00:50Z, in milliseconds since 1970 (spec/backend 3.1). */
const ID_EPOCH_MS = 1_336_258_850_000n;

/** When a generated id was made, in milliseconds since 1970. Means nothing for ids that a client chose. */
export function idTime(id: bigint): bigint {
  return (id >> 20n) + ID_EPOCH_MS;
}
