/**
 * JSON without loss: exact number text, members in the order they came, integer-like and duplicate keys kept.
 * `JSON.parse` rounds 64-bit integers, moves integer-like keys to the front and drops duplicates; each of the three
 * is something that a driver does and that this harness has to see.
 */
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;

/** A JSON number as it was written, for example `1`, `1.0` or `9223372036854775807`. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** Written with a fraction or an exponent, which is how the wire tells a double from a long. */
  get isDouble(): boolean {
    return /[.eE]/.test(this.text);
  }
}

/** A JSON object as its members, in the order of the text. */
export class JsonObject {
  readonly members: readonly (readonly [key: string, value: Json])[];
  constructor(members: readonly (readonly [string, Json])[]) {
    this.members = members;
  }
  /** The first member of that name (the database, too, lets the first of two equal keys win). */
  get(key: string): Json | undefined {
    for (const [name, value] of this.members) if (name === key) return value;
    return undefined;
  }
  get keys(): readonly string[] {
    return this.members.map(([key]) => key);
  }
}

/** Builds a JSON object from a plain one; members whose value is `undefined` are left out. */
export function jsonObject(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return new JsonObject(
    Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined),
  );
}

/** Builds a JSON number from an integer. */
export function jsonInteger(value: bigint | number): JsonNumber {
  return new JsonNumber(BigInt(value).toString());
}
