import { hasWellFormedJson, type Dialect } from '../dialect.ts';
import {
  BytesSpecial,
  DateSpecial,
  QuerySpecial,
  RefSpecial,
  SetSpecial,
  TextSpecial,
  TimeSpecial,
} from '../decode/specials.ts';

/** `JSON.stringify` of what was decoded; the driver's classes have a `toJSON` that gives their wire form (src/values.js). */
export function jsonText(value: unknown, dialect: Dialect): string {
  if (typeof value === 'string') return jsonString(value, dialect);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item, dialect)).join(',')}]`;
  if (value instanceof TextSpecial) return value.value;
  const members = Object.entries(wireForm(value));
  return `{${members.map(([key, item]) => `${jsonString(key, dialect)}:${jsonText(item, dialect)}`).join(',')}}`;
}

function wireForm(value: object): object {
  if (value instanceof RefSpecial) return { '@ref': value.value };
  if (value instanceof SetSpecial) return { '@set': value.value };
  if (value instanceof TimeSpecial) return { '@ts': value.value };
  if (value instanceof DateSpecial) return { '@date': value.value };
  if (value instanceof QuerySpecial) return { '@query': value.value };
  if (value instanceof BytesSpecial && value.value instanceof Uint8Array)
    return { '@bytes': Buffer.from(value.value).toString('base64') };
  return value;
}

/** `JSON.stringify` of a string: the Node.js releases before 12 write surrogates without a partner as they are. */
export function jsonString(text: string, dialect: Dialect): string {
  const escaped = JSON.stringify(text);
  if (hasWellFormedJson(dialect) || !escaped.includes(String.raw`\u`)) return escaped;
  const parts = text.replaceAll(/\P{Surrogate}+|\p{Surrogate}/gu, (part) =>
    /^\p{Surrogate}$/u.test(part) ? part : JSON.stringify(part).slice(1, -1),
  );
  return `"${parts}"`;
}
