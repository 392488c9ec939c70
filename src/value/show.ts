import { writeJson } from './write-json.ts';
import type { Entry, RefValue, UnsaidValue, Value } from './value.ts';

/**
 * Compact text of a value for reports and messages, in no driver's style: longs `1`, doubles `1.0`, strings in JSON
 * quotes, refs `characters/181`, what is not said `‹why›`. Not meant to be read back.
 */
export function show(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'long':
      return value.value.toString();
    case 'double':
      return doubleText(value.value);
    case 'number':
      return `${String(Object.is(value.value, -0) ? '-0' : value.value)}‹long or double›`;
    case 'string':
      return JSON.stringify(value.value) + cutText(value.cut);
    case 'bytes':
      return `bytes ${Buffer.from(value.value).toString('hex') || '(empty)'}`;
    case 'array':
      return `[${[...value.items.map(show), ...(value.cut === undefined ? [] : [cutText(value.cut)])].join(', ')}]`;
    case 'object':
      return `${value.ordered === false ? 'unordered ' : ''}{${entriesText(value.entries)}}`;
    case 'ref':
      return `ref ${refText(value)}`;
    case 'ts':
      return `ts ${value.text}${value.truncated === undefined ? '' : `‹to ${value.truncated} ns›`}`;
    case 'date':
      return `date ${value.text}`;
    case 'uuid':
      return `uuid ${value.text}`;
    case 'set':
      return `set {${entriesText(value.entries)}}`;
    case 'query':
      return `query ${writeJson(value.body)}`;
    case 'opaque':
      return `${value.of} ‹only as text› ${value.text}`;
    case 'unsaid':
      return `‹${value.why}›`;
    case 'oneOf':
      return value.options.map(show).join(' or ');
  }
}

function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}

function cutText(cut: number | undefined): string {
  return cut === undefined ? '' : `‹${cut} more›`;
}

function entriesText(entries: readonly Entry[]): string {
  return entries.map(([key, value]) => `${keyText(key)}: ${show(value)}`).join(', ');
}

function keyText(key: string): string {
  return /^[\w@$-]+$/.test(key) ? key : JSON.stringify(key);
}

function refText(value: RefValue | UnsaidValue): string {
  if (value.kind === 'unsaid') return `‹${value.why}›`;
  const id = typeof value.id === 'string' ? value.id : `‹${value.id.why}›`;
  const inside = value.collection === undefined ? id : `${refText(value.collection)}/${id}`;
  return value.database === undefined ? inside : `${inside} in ${refText(value.database)}`;
}
