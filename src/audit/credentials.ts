import { readSecret, type Secret } from '../expect/secret.ts';
import type { Entry, ObjectValue, Value } from '../value/index.ts';

/** An object in a sample that shows a secret: a token, or a key. */
export interface Credential {
  readonly object: ObjectValue;
  /** The secret as it stands there. */
  readonly text: string;
  /** Absent: the text is no secret. */
  readonly secret?: Secret;
}

/** The tokens and keys in a value that show their secret, outermost first. */
export function credentialsIn(value: Value): readonly Credential[] {
  const found: Credential[] = [];
  const waiting: Value[] = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.kind === 'object') {
      const credential = credentialOf(one);
      if (credential !== undefined) found.push(credential);
      for (const [, inner] of one.entries) waiting.push(inner);
    } else if (one.kind === 'array') for (const item of one.items) waiting.push(item);
  }
  return found;
}

/** An integer member, of all that a print may leave open. */
export function integerIn(entries: readonly Entry[], name: string): bigint | undefined {
  return integer(entries.find(([key]) => key === name)?.[1]);
}

function integer(value: Value | undefined): bigint | undefined {
  if (value?.kind === 'oneOf') return value.options.map(integer).find((one) => one !== undefined);
  if (value?.kind === 'long') return value.value;
  return value?.kind === 'number' && Number.isInteger(value.value) ? BigInt(value.value) : undefined;
}

function credentialOf(object: ObjectValue): Credential | undefined {
  const names = new Map(object.entries);
  const text = textOf(names.get('secret'));
  if (text === undefined || !(names.has('ref') || names.has('instance'))) return undefined;
  const reading = readSecret(text);
  return { object, text, ...(reading.ok ? { secret: reading.secret } : {}) };
}

function textOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'oneOf') return value.options.map(textOf).find((one) => one !== undefined);
  return value?.kind === 'string' ? value.value : undefined;
}
