import {
  build,
  JsonObject,
  type Json,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../../value/index.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import {
  BytesSpecial,
  DateSpecial,
  QuerySpecial,
  RefSpecial,
  SetSpecial,
  Special,
  TextSpecial,
  TimeSpecial,
} from '../../js/decode/specials.ts';
import { asObject } from '../../js/project/as-object.ts';

/** What distinguishes texts in the words of JSON. */
export interface Voice {
  /** The format's id. */
  readonly id: string;
  /** What the text of a ref says. */
  readonly ref: (ref: RefSpecial) => RefValue | UnsaidValue;
  /** A ref inside of a lambda, in the words of the wire; `undefined`: its text does not say all of it. */
  readonly refInBody: (ref: RefSpecial) => Json | undefined;
  /** The text of a value that stands in a lambda known as text only. */
  readonly textOf: (decoded: unknown) => string;
}

/** What `0` says. */
export const EITHER_ZERO = build.oneOf([build.num(0), build.num(-0)]);

/** What a text in the words of JSON says of something decoded: all of it but the kinds of numbers, and what its refs leave out. */
export function said(decoded: unknown, voice: Voice): Value {
  if (typeof decoded === 'string') return build.str(decoded);
  if (typeof decoded === 'boolean') return build.bool(decoded);
  if (typeof decoded === 'number') return saidNumber(decoded);
  if (typeof decoded !== 'object' || decoded === null) return build.nul;
  if (Array.isArray(decoded)) return build.arr(decoded.map((item) => said(item, voice)));
  if (decoded instanceof Special) return saidSpecial(decoded, voice);
  return asObject(Object.entries(decoded).map(([key, value]) => [key, said(value, voice)] as const));
}

/** In JSON -0 is `0`, and what is no number is null. */
function saidNumber(value: number): Value {
  if (!Number.isFinite(value)) return build.nul;
  return value === 0 ? EITHER_ZERO : build.num(value);
}

function saidSpecial(special: Special, voice: Voice): Value {
  if (special instanceof RefSpecial) return voice.ref(special);
  if (special instanceof TimeSpecial) return build.ts(wellFormed(special.value));
  if (special instanceof DateSpecial && typeof special.value === 'string')
    return build.date(wellFormed(special.value));
  if (special instanceof BytesSpecial && special.value instanceof Uint8Array)
    return build.bytes(special.value);
  if (special instanceof SetSpecial) {
    const content = said(special.value, voice);
    return content.kind === 'object' ? build.set(content.entries) : opaque('set', special, voice);
  }
  if (special instanceof QuerySpecial) {
    const body = bodyOf(special.value, voice);
    return body === undefined ? opaque('query', special, voice) : build.query(body);
  }
  if (special instanceof TextSpecial && special.of !== undefined) return opaque(special.of, special, voice);
  return build.unsaid('something that no answer of the database has');
}

function opaque(of: 'set' | 'query', special: Special, { id, textOf }: Voice): Value {
  return build.opaque(of, id, textOf(special));
}

/**
 * A lambda as the wire has it; `undefined` where the text leaves something open: whether a number is a long or a double, and
 * what its refs leave out.
 */
function bodyOf(decoded: unknown, voice: Voice): Json | undefined {
  if (typeof decoded === 'string' || typeof decoded === 'boolean' || decoded === null) return decoded;
  if (typeof decoded !== 'object') return undefined;
  if (Array.isArray(decoded)) {
    const items = decoded.map((item) => bodyOf(item, voice));
    const known = items.filter((item) => item !== undefined);
    return known.length === items.length ? known : undefined;
  }
  if (decoded instanceof RefSpecial) return voice.refInBody(decoded);
  const [tag, content] = tagOf(decoded) ?? [];
  if (tag !== undefined) {
    const inside = bodyOf(content, voice);
    return inside === undefined ? undefined : new JsonObject([[tag, inside]]);
  }
  const members = Object.entries(decoded).map(([key, value]) => [key, bodyOf(value, voice)] as const);
  const known = members.flatMap(([key, json]) => (json === undefined ? [] : [[key, json] as const]));
  return known.length === members.length ? new JsonObject(known) : undefined;
}

function tagOf(decoded: object): readonly [tag: string, content: unknown] | undefined {
  if (decoded instanceof TimeSpecial) return ['@ts', decoded.value];
  if (decoded instanceof DateSpecial) return ['@date', decoded.value];
  if (decoded instanceof SetSpecial) return ['@set', decoded.value];
  if (decoded instanceof QuerySpecial) return ['@query', decoded.value];
  if (decoded instanceof BytesSpecial && decoded.value instanceof Uint8Array)
    return ['@bytes', Buffer.from(decoded.value).toString('base64')];
  return decoded instanceof Special ? ['', undefined] : undefined;
}
