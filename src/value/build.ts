import type { Json } from './json.ts';
import type {
  ArrayValue,
  BooleanValue,
  BytesValue,
  DateValue,
  DoubleValue,
  Entry,
  LongValue,
  NullValue,
  NumberValue,
  ObjectValue,
  OneOfValue,
  OpaqueValue,
  QueryValue,
  RefValue,
  SetValue,
  StringValue,
  TsValue,
  UnsaidValue,
  UuidValue,
  Value,
} from './value.ts';

/** Constructors of canonical values, named by kind, so that tests and parsers read like data. */
export const nul: NullValue = { kind: 'null' };
export const bool = (value: boolean): BooleanValue => ({ kind: 'boolean', value });
export const long = (value: bigint | number): LongValue => ({ kind: 'long', value: BigInt(value) });
export const double = (value: number): DoubleValue => ({ kind: 'double', value });
export const num = (value: number): NumberValue => ({ kind: 'number', value });
export const str = (value: string, cut?: number): StringValue =>
  cut === undefined ? { kind: 'string', value } : { kind: 'string', value, cut };
export const bytes = (value: Uint8Array | readonly number[]): BytesValue => ({
  kind: 'bytes',
  value: Uint8Array.from(value),
});
export const arr = (items: readonly Value[], cut?: number): ArrayValue =>
  cut === undefined ? { kind: 'array', items } : { kind: 'array', items, cut };
export const obj = (entries: readonly Entry[] | Readonly<Record<string, Value>>): ObjectValue => ({
  kind: 'object',
  entries: Array.isArray(entries) ? (entries as readonly Entry[]) : Object.entries(entries),
});
export const ref = (
  id: string | UnsaidValue,
  collection?: RefValue | UnsaidValue,
  database?: RefValue | UnsaidValue,
): RefValue => {
  if (collection === undefined)
    return database === undefined ? { kind: 'ref', id } : { kind: 'ref', id, database };
  return database === undefined ? { kind: 'ref', id, collection } : { kind: 'ref', id, collection, database };
};
export const ts = (text: string, truncated?: number): TsValue =>
  truncated === undefined ? { kind: 'ts', text } : { kind: 'ts', text, truncated };
export const date = (text: string): DateValue => ({ kind: 'date', text });
export const uuid = (text: string): UuidValue => ({ kind: 'uuid', text });
export const set = (entries: readonly Entry[] | Readonly<Record<string, Value>>): SetValue => ({
  kind: 'set',
  entries: Array.isArray(entries) ? (entries as readonly Entry[]) : Object.entries(entries),
});
export const query = (body: Json): QueryValue => ({ kind: 'query', body });
export const opaque = (of: 'set' | 'query', format: string, text: string): OpaqueValue => ({
  kind: 'opaque',
  of,
  format,
  text,
});
export const unsaid = (why: string): UnsaidValue => ({ kind: 'unsaid', why });
export const oneOf = (options: readonly Value[]): Value => {
  const [only, ...rest] = options;
  if (only !== undefined && rest.length === 0) return only;
  return { kind: 'oneOf', options } satisfies OneOfValue;
};
