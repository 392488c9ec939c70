import { JsonNumber, JsonObject, type Json } from '../../value/index.ts';
import { MOST_LEVELS } from '../shared/direct/direct-reader.ts';
import { ReadFailure } from '../shared/read-failure.ts';
import { TextReader } from '../shared/text-reader.ts';
import { doubleText, integerOf } from './numbers.ts';
import { QUOTED, quote, unquote } from './strings.ts';

/** A query is described by reflection: the case names of `JsonType`, qualified but for the outermost. */
const TYPE = 'FaunaDB.JsonType.';
const STRING = new RegExp(QUOTED, 'y');
const NUMBER = /-?\d[\d.e+-]*/y;

/** `object(["lambda": FaunaDB.JsonType.string("x"), …])` */
export function bodyText(body: Json): string {
  return nested(body).slice(TYPE.length);
}

function nested(json: Json): string {
  if (json === null) return `${TYPE}null`;
  if (typeof json === 'boolean') return `${TYPE}boolean(${json})`;
  if (typeof json === 'string') return `${TYPE}string(${quote(json)})`;
  if (json instanceof JsonNumber) {
    if (!json.isDouble) return `${TYPE}number(${json.text})`;
    const value = Number(json.text);
    const integer = integerOf(value);
    return integer === undefined ? `${TYPE}double(${doubleText(value)})` : `${TYPE}number(${integer})`;
  }
  if (json instanceof JsonObject) {
    const members = [...new Map(json.members)].map(([key, inner]) => `${quote(key)}: ${nested(inner)}`);
    return `${TYPE}object([${members.join(', ') || ':'}])`;
  }
  return `${TYPE}array([${json.map(nested).join(', ')}])`;
}

/** What the driver has of a lambda: integral doubles are integers. */
export function projectBody(json: Json): Json {
  if (json instanceof JsonNumber && json.isDouble) {
    const value = Number(json.text);
    return new JsonNumber(String(integerOf(value) ?? doubleText(value)));
  }
  if (json instanceof JsonObject)
    return new JsonObject(
      [...new Map(json.members)].map(([key, inner]) => [key, projectBody(inner)] as const),
    );
  return Array.isArray(json) ? (json as readonly Json[]).map(projectBody) : json;
}

/** Reads such a text up to the end of the value; `undefined`: it is none. */
export function readBody(
  text: string,
  at: number,
): { readonly body: Json; readonly end: number } | undefined {
  const reader = new TextReader(text);
  reader.offset = at;
  try {
    const body = read(reader, 0);
    return { body, end: reader.offset };
  } catch (cause) {
    if (!(cause instanceof ReadFailure)) throw cause;
    return undefined;
  }
}

function read(reader: TextReader, depth: number): Json {
  if (depth >= MOST_LEVELS) reader.fail('a query nested less deeply');
  if (reader.takes('null')) return null;
  if (reader.takes('boolean(true)')) return true;
  if (reader.takes('boolean(false)')) return false;
  if (reader.takes('string(')) return closed(reader, string(reader));
  if (reader.takes('number(')) return closed(reader, number(reader, false));
  if (reader.takes('double(')) return closed(reader, number(reader, true));
  if (reader.takes('array([')) {
    const items: Json[] = [];
    if (!reader.takes('])')) {
      do items.push(member(reader, depth));
      while (reader.takes(', '));
      reader.expect('])');
    }
    return items;
  }
  reader.expect('object([');
  const members: [string, Json][] = [];
  if (reader.takes(':])')) return new JsonObject(members);
  do {
    const key = string(reader);
    reader.expect(': ');
    members.push([key, member(reader, depth)]);
  } while (reader.takes(', '));
  reader.expect('])');
  if (new Set(members.map(([key]) => key)).size < members.length) reader.fail('each key once');
  return new JsonObject(members);
}

function member(reader: TextReader, depth: number): Json {
  reader.expect(TYPE);
  return read(reader, depth + 1);
}

function closed(reader: TextReader, json: Json): Json {
  reader.expect(')');
  return json;
}

function string(reader: TextReader): string {
  const quoted = reader.match(STRING)?.[0];
  return (quoted === undefined ? undefined : unquote(quoted)) ?? reader.fail('a string as Swift quotes it');
}

function number(reader: TextReader, isDouble: boolean): Json {
  const start = reader.offset;
  const text = reader.match(NUMBER)?.[0] ?? '';
  const value = Number(text);
  const fits = isDouble
    ? integerOf(value) === undefined && doubleText(value) === text
    : /^(?:0|-?[1-9]\d*)$/.test(text);
  return fits ? new JsonNumber(text) : reader.fail('a number as Swift writes it', start);
}
