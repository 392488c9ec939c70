import type { DatabaseError, ErrorElement, ErrorFailure } from '../format/format.ts';
import { JsonNumber, JsonObject, type Json } from '../value/index.ts';

/** Reads an error envelope of the database; `undefined` when the body has no `errors`. */
export function databaseError(status: number, body: Json): DatabaseError | undefined {
  const errors = body instanceof JsonObject ? body.get('errors') : undefined;
  return isList(errors) ? { status, errors: errors.filter(isObject).map(element) } : undefined;
}

function element(json: JsonObject): ErrorElement {
  const position = json.get('position');
  const failures = json.get('failures');
  const cause = json.get('cause');
  return {
    code: text(json, 'code'),
    description: text(json, 'description'),
    ...(isList(position) ? { position: position.map(step) } : {}),
    ...(isList(failures) ? { failures: failures.filter(isObject).map(failure) } : {}),
    ...(isList(cause) ? { cause: cause.filter(isObject).map(element) } : {}),
  };
}

function failure(json: JsonObject): ErrorFailure {
  const field = json.get('field');
  return {
    field: isList(field) ? field.map((part) => String(step(part))) : [],
    code: text(json, 'code'),
    description: text(json, 'description'),
  };
}

function step(json: Json): string | number {
  return json instanceof JsonNumber ? Number(json.text) : typeof json === 'string' ? json : '';
}

function text(json: JsonObject, key: string): string {
  const found = json.get(key);
  return typeof found === 'string' ? found : '';
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function isObject(json: Json): json is JsonObject {
  return json instanceof JsonObject;
}
