import { JsonNumber, JsonObject, writeJson } from '../value/index.ts';
import type { RunRecord } from '../verdict/record.ts';

/** The text of `run.json`: the record, with the JSON of the evidence lossless, one member a line at the top levels. */
export function renderRunJson(record: RunRecord): string {
  return `${text(record, 0)}\n`;
}

/** Nesting down to which every member has a line of its own: enough to diff two runs, not enough to drown in lines. */
const LINES_TO_DEPTH = 3;

function text(data: unknown, depth: number): string {
  if (data instanceof JsonNumber || data instanceof JsonObject) return writeJson(data);
  if (Array.isArray(data))
    return bracket(
      '[',
      ']',
      data.map((item) => text(item, depth + 1)),
      depth,
    );
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const members = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}: ${text(value, depth + 1)}`);
  return bracket('{', '}', members, depth);
}

function bracket(open: string, close: string, parts: readonly string[], depth: number): string {
  if (parts.length === 0) return open + close;
  if (depth >= LINES_TO_DEPTH) return `${open}${parts.join(', ')}${close}`;
  const indent = '  '.repeat(depth + 1);
  return `${open}\n${indent}${parts.join(`,\n${indent}`)}\n${'  '.repeat(depth)}${close}`;
}
