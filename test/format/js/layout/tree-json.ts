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
