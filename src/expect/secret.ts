/** What a secret says (spec/backend 3.2): which key or token it is of, and whose database. */
export interface Secret {
  readonly kind: 'token' | 'key';
  readonly id: bigint;
  /** The global id of the token's database; very old tokens have another id of it there. Keys have none. */
  readonly scope?: bigint;
  readonly random: Uint8Array;
}

export type SecretReading =
  { readonly ok: true; readonly secret: Secret } | { readonly ok: false; readonly problem: string };

const RANDOM_BYTES = 20;

/** Takes a secret apart. The problem of a text that is none never quotes it: it may be most of a real one. */
export function readSecret(text: string): SecretReading {
  if (!/^[\w-]+$/.test(text)) return no('has characters that are not in URL-safe Base64');
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) return no('is not the shortest Base64 of its bytes');
  const layout = bytes.length >= 2 ? LAYOUTS.get(bytes.readUInt16BE(0)) : undefined;
  if (layout === undefined) return no('starts with neither 7e70, as keys do, nor 7e71, as tokens do');
  const length = layout.randomAt + RANDOM_BYTES;
  if (bytes.length !== length)
    return no(`of a ${layout.kind} has ${bytes.length} bytes in place of ${length}`);
  return {
    ok: true,
    secret: {
      kind: layout.kind,
      id: bytes.readBigInt64BE(2),
      ...(layout.kind === 'token' ? { scope: bytes.readBigUInt64BE(10) } : {}),
      random: Uint8Array.from(bytes.subarray(layout.randomAt)),
    },
  };
}

const LAYOUTS: ReadonlyMap<number, { readonly kind: Secret['kind']; readonly randomAt: number }> = new Map([
  [0x7e70, { kind: 'key', randomAt: 10 }],
  [0x7e71, { kind: 'token', randomAt: 18 }],
]);

function no(problem: string): SecretReading {
  return { ok: false, problem };
}
