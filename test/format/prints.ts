/**
 * Real prints as fixtures: what published drivers wrote for known wire values, captured byte for byte (fixtures/README.md
 * says where they come from). One object a line in `fixtures/prints.jsonl.gz`.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { JsonNumber, JsonObject, readJson, type Json } from '../../src/value/index.ts';

export interface RealPrint {
  readonly driver: string;
  readonly driverVersion: string;
  readonly runtime: string;
  readonly case: string;
  /** The `resource` of the answer; for errors the whole error body. */
  readonly wire: Json;
  /** HTTP status, of errors only. */
  readonly status?: number;
  readonly outcome: 'printed' | 'error' | 'decode-error' | 'print-error';
  /** The text without the line feed that the print statement adds. */
  readonly printed: string;
  /** The exact bytes; they are no UTF-8 in a few Go prints. */
  readonly bytes: Uint8Array;
}

/** All recorded prints of one driver version, in the order of the file; at least one, or it throws. */
export function realPrints(
  driver: string,
  driverVersion: string,
  runtime?: string,
  prints = allPrints(),
): readonly RealPrint[] {
  const found = prints.filter(
    (print) =>
      print.driver === driver &&
      print.driverVersion === driverVersion &&
      (runtime === undefined || print.runtime === runtime),
  );
  if (found.length === 0)
    throw new Error(`no recorded prints of ${driver} ${driverVersion} ${runtime ?? ''}: check the name`);
  return found;
}

/** All recorded prints of all drivers, in the order of the file. */
export function allPrints(): readonly RealPrint[] {
  cache ??= readPrints('prints.jsonl.gz');
  return cache;
}

let cache: readonly RealPrint[] | undefined;

/** The prints of a file in `fixtures`. */
export function readPrints(file: string): readonly RealPrint[] {
  return gunzipSync(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => readPrint(line, `fixtures/${file}, line ${index + 1}`));
}

function readPrint(line: string, where: string): RealPrint {
  const object = objectOf(line, where);
  const text = (key: string): string => {
    const value = object.get(key);
    if (typeof value !== 'string') throw new Error(`${where}: "${key}" is no string`);
    return value;
  };
  const outcome = text('outcome');
  if (outcome !== 'printed' && outcome !== 'error' && outcome !== 'decode-error' && outcome !== 'print-error')
    throw new Error(`${where}: unknown outcome ${outcome}`);
  const status = object.get('status');
  const wireText = object.get('wireText');
  const wire = typeof wireText === 'string' ? jsonOf(wireText, where) : (object.get('wire') ?? null);
  const printedBase64 = object.get('printedBase64');
  return {
    driver: text('driver'),
    driverVersion: text('driverVersion'),
    runtime: text('runtime'),
    case: text('case'),
    wire,
    ...(status instanceof JsonNumber ? { status: Number(status.text) } : {}),
    outcome,
    printed: text('printed'),
    bytes: Buffer.from(
      typeof printedBase64 === 'string' ? Buffer.from(printedBase64, 'base64') : text('printed'),
    ),
  };
}

function objectOf(text: string, where: string): JsonObject {
  const json = jsonOf(text, where);
  if (!(json instanceof JsonObject)) throw new Error(`${where}: no object`);
  return json;
}

function jsonOf(text: string, where: string): Json {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(`${where}: ${reading.error.excerpt}`);
  return reading.json;
}
