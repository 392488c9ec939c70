import { z } from 'zod';
import {
  describeTextError,
  fromTagged,
  JsonObject,
  readJson,
  type Json,
  type Value,
} from '../../value/index.ts';
import type { Answer, Hello } from '../driver.ts';
import { replySchema } from './messages.ts';
import { plain } from './plain.ts';
import { taggedSchema } from './tagged-schema.ts';

/** What a shim can say, read and checked. */
export type Reply =
  | { readonly type: 'hello'; readonly hello: Hello }
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer }
  /** The shim's own failure; without `id` it gives up as a whole. */
  | { readonly type: 'fault'; readonly id: string | undefined; readonly message: string };

export type ReplyReading =
  | { readonly ok: true; readonly reply: Reply }
  /** `id` is there when the reply is wrong but still says which question it answers. */
  | { readonly ok: false; readonly id: string | undefined; readonly problem: string };

/**
 * Reads one reply and checks it: JSON, members, Base64, tagged values. `strict` also holds decoded values against the
 * published schema, which allows no more than the contract does (for tests; a second walk of every value). Never throws.
 */
export function readReply(text: string, { strict }: { readonly strict: boolean }): ReplyReading {
  try {
    return read(text, strict);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return { ok: false, id: undefined, problem: 'the reply is nested more deeply than can be read' };
  }
}

/** `decoded` stays as it is here, lossless; `fromTagged` checks it. */
const envelopeSchema = replySchema(z.custom<Decoded>((value) => value instanceof Decoded));

/** Keeps a decoded value's lossless JSON apart from the plain values around it. */
class Decoded {
  readonly json: Json;
  constructor(json: Json) {
    this.json = json;
  }
}

function read(text: string, strict: boolean): ReplyReading {
  const reading = readJson(text);
  if (!reading.ok)
    return { ok: false, id: undefined, problem: `a reply is not JSON: ${describeTextError(reading.error)}` };
  const { json } = reading;
  if (!(json instanceof JsonObject))
    return { ok: false, id: undefined, problem: 'a reply is not a JSON object' };

  const idMember = json.get('id');
  const id = typeof idMember === 'string' ? idMember : undefined;
  const wrong = (problem: string): ReplyReading => ({ ok: false, id, problem });

  const envelope = envelopeSchema.safeParse(
    Object.fromEntries(
      json.members.map(([key, value]) => [key, key === 'decoded' ? new Decoded(value) : plain(value)]),
    ),
  );
  if (!envelope.success) return wrong(`a reply does not fit the protocol: ${describeIssues(envelope.error)}`);
  const message = envelope.data;
  switch (message.type) {
    case 'hello': {
      const { type, concurrency = 1, ...hello } = message;
      return { ok: true, reply: { type, hello: { ...hello, concurrency } } };
    }
    case 'fault':
      return { ok: true, reply: { type: 'fault', id: message.id, message: message.message } };
    case 'answer': {
      const answer = readAnswer(message, strict);
      if (typeof answer === 'string') return wrong(answer);
      return { ok: true, reply: { type: 'answer', id: message.id, answer } };
    }
  }
}

type AnswerMessage = Extract<z.infer<typeof envelopeSchema>, { type: 'answer' }>;

/** The answer, or what is wrong with it. */
function readAnswer(message: AnswerMessage, strict: boolean): Answer | string {
  switch (message.outcome) {
    case 'value': {
      const decoded = readDecoded(message.decoded, strict);
      if (typeof decoded === 'string') return decoded;
      return { outcome: 'value', decoded: decoded.value, prints: bytesOf(message.prints) };
    }
    case 'error':
      return { outcome: 'error', raised: message.raised, prints: bytesOf(message.prints) };
    case 'unprintable': {
      const decoded = readDecoded(message.decoded, strict);
      if (typeof decoded === 'string') return decoded;
      return { outcome: 'unprintable', decoded: decoded.value, raised: message.raised };
    }
    case 'unsupported':
      return { outcome: 'unsupported', what: message.what };
  }
}

function readDecoded(decoded: Decoded, strict: boolean): { readonly value: Value } | string {
  const tagged = fromTagged(decoded.json);
  if (!tagged.ok) return `"decoded" is not tagged JSON: ${tagged.error}`;
  const check = strict ? taggedSchema.safeParse(plain(decoded.json)) : undefined;
  return check?.success === false
    ? `"decoded" has a form that the contract does not have: ${describeIssues(check.error)}`
    : { value: tagged.value };
}

function bytesOf([first, second]: readonly [string, string]): [Uint8Array, Uint8Array] {
  return [Buffer.from(first, 'base64'), Buffer.from(second, 'base64')];
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'message'}: ${message}`).join('; ');
}
