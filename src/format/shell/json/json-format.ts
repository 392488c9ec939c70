import { build, readJson, textError, type Value } from '../../../value/index.ts';
import { UnprintableValue, type Format, type Reading } from '../../format.ts';
import { decode, decodeJson } from '../../js/decode/decode.ts';
import type { Dialect } from '../../js/dialect.ts';
import { jsonText } from '../../js/print/json-text.ts';
import { firstChange } from '../../js/read/first-change.ts';
import { readDirect } from '../direct/read-direct.ts';
import { readText, type Readers } from '../direct/readers.ts';
import { WireReader } from '../direct/wire-reader.ts';
import { said, type Voice } from './said.ts';
import { refJson, wholeRef } from './wire-ref.ts';

/** What a format of JSON does with values. */
export interface JsonFormat extends Pick<Format, 'parse' | 'print' | 'project'> {
  readonly readers: Readers;
}

/**
 * `JSON.stringify` of what the driver decoded, whose classes write themselves as the wire does (src/values.js, toJSON): the
 * answer without its envelope and without `@obj`, its numbers as JavaScript has them. `indent`: the blanks of a level.
 */
export function jsonFormat(id: string, dialect: Dialect, indent = 0): JsonFormat {
  const voice: Voice = {
    id,
    ref: wholeRef,
    refInBody: refJson,
    textOf: (decoded) => jsonText(decoded, dialect),
  };
  const print = (value: Value): string => indented(jsonText(decode(value, dialect), dialect), indent);
  const readCarefully = (text: string): Reading => readAgain(text, dialect, voice, print);
  const readLambda = (text: string): Value | undefined => {
    const reading = readCarefully(text);
    return reading.ok ? reading.readings[0] : undefined;
  };
  const readers: Readers = {
    readDirectly: (text) => readDirect(new WireReader(text, readLambda)),
    readCarefully,
  };
  return {
    readers,
    print,
    project: (value) => project(value, dialect, voice),
    parse: (text) => readText(text, readers),
  };
}

function indented(text: string, indent: number): string {
  if (indent === 0) return text;
  const parsed: unknown = JSON.parse(text);
  return JSON.stringify(parsed, undefined, indent);
}

function project(value: Value, dialect: Dialect, voice: Voice): Value {
  if (value.kind === 'unsaid') return value;
  try {
    return said(decode(value, dialect), voice);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return build.unsaid(`not decoded: ${cause.message}`);
    if (cause instanceof RangeError) return build.unsaid('nested too deep');
    throw cause;
  }
}

/** Reads what prints as the text again. */
function readAgain(text: string, dialect: Dialect, voice: Voice, print: (value: Value) => string): Reading {
  const reading = readJson(text);
  if (!reading.ok) return reading;
  const refuse = (offset: number, expected: string): Reading => ({
    ok: false,
    error: textError(text, offset, expected),
  });
  try {
    const value = said(decodeJson(reading.json, dialect), voice);
    const change = firstChange(text, print(value));
    return change === undefined
      ? { ok: true, readings: [value], complete: true }
      : refuse(change, 'the text as JavaScript writes it');
  } catch (cause) {
    if (cause instanceof UnprintableValue) return refuse(0, `what the driver can decode (${cause.message})`);
    if (cause instanceof RangeError) return refuse(0, 'a value nested less deeply');
    throw cause;
  }
}
