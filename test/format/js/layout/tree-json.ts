import * as z from 'zod';
import type { Json } from './json.ts';
import type { Shown } from '../../../../src/format/js/layout/shown.ts';

/** A tree as plain JSON, for a Node.js of any age (`inspect-trees.cjs`); what JSON has no word for is spelled out. */
export function treeJson(shown: Shown): Json {
  if (shown === undefined) return { kind: 'undefined' };
  if (typeof shown === 'number')
    return Object.is(shown, -0) || !Number.isFinite(shown)
      ? { kind: 'number', text: Object.is(shown, -0) ? '-0' : String(shown) }
      : shown;
  if (typeof shown !== 'object' || shown === null) return shown;
  switch (shown.kind) {
    case 'text':
      return { kind: 'text', text: shown.text };
    case 'array':
      return { kind: 'array', items: shown.items.map(treeJson) };
    case 'bytes':
      return { kind: 'bytes', bytes: [...shown.bytes] };
    case 'object': {
      const entries = shown.entries.map(([key, value]): Json => [key, treeJson(value)]);
      return {
        kind: 'object',
        entries,
        ...(shown.className === undefined ? {} : { className: shown.className }),
      };
    }
  }
}

/** The tree that `treeJson` has written. */
export function treeOf(json: Json): Shown {
  if (typeof json !== 'object' || json === null) return json;
  const { kind, text, items, bytes, entries, className } = described.parse(json);
  switch (kind) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(text);
    case 'text':
      return { kind, text };
    case 'array':
      return { kind, items: items.map(treeOf) };
    case 'bytes':
      return { kind, bytes: Uint8Array.from(bytes) };
    case 'object':
      return {
        kind,
        entries: entries.map(([key, value]) => [key, treeOf(value)] as const),
        ...(className === undefined ? {} : { className }),
      };
  }
}

const json: z.ZodType<Json> = z.json();
const described = z.object({
  kind: z.enum(['undefined', 'number', 'text', 'array', 'bytes', 'object']),
  text: z.string().default(''),
  items: z.array(json).default([]),
  bytes: z.array(z.number()).default([]),
  entries: z.array(z.tuple([z.string(), json])).default([]),
  className: z.string().nullable().optional(),
});
