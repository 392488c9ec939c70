const ALPHABET = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** The text of a 64-bit number in z-base-32, as databases show their global ids (spec 3.1): 13 characters. */
export function zBase32(id: bigint): string {
  let bits = BigInt.asUintN(64, id) << 1n;
  let text = '';
  for (let group = 0; group < 13; group++) {
    text = `${ALPHABET[Number(bits & 31n)] ?? ''}${text}`;
    bits >>= 5n;
  }
  return text;
}
