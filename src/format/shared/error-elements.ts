import { JsonNumber, JsonObject, writeJson, type Json } from '../../value/index.ts';
import type { ErrorElement, ErrorFailure } from '../format.ts';

/** Reads the body of an error answer, `{"errors":[…]}`; `undefined` for any other JSON. What has no shape is left out. */
export function errorElements(body: Json): Partial<ErrorElement>[] | undefined {
  const errors = body instanceof JsonObject ? body.get('errors') : undefined;
  return Array.isArray(errors) ? errors.map(element) : undefined;
}

function element(json: Json): Partial<ErrorElement> {
  if (!(json instanceof JsonObject)) return {};
  const position = items(json.get('position'))?.map(step);
  const failures = items(json.get('failures'))?.map(failure);
  const cause = items(json.get('cause'))?.map(whole);
  return {
    ...text(json, 'code'),
    ...text(json, 'description'),
    ...(position === undefined ? {} : { position }),
    ...(failures === undefined ? {} : { failures }),
    ...(cause === undefined ? {} : { cause }),
  };
}

function whole(json: Json): ErrorElement {
  return { code: '', description: '', ...element(json) };
}

function failure(json: Json): ErrorFailure {
  const object = json instanceof JsonObject ? json : new JsonObject([]);
  const field = items(object.get('field')) ?? [];
  return {
    field: field.map((part) => String(step(part))),
    code: '',
    description: '',
    ...text(object, 'code'),
    ...text(object, 'description'),
  };
}

function text<Key extends 'code' | 'description'>(json: JsonObject, key: Key): Partial<Record<Key, string>> {
  const value = json.get(key);
  const found: Partial<Record<Key, string>> = {};
  if (typeof value === 'string') found[key] = value;
  return found;
}

function items(json: Json | undefined): readonly Json[] | undefined {
  return Array.isArray(json) ? (json as readonly Json[]) : undefined;
}

function step(json: Json): string | number {
  if (json instanceof JsonNumber) return Number(json.text);
  return typeof json === 'string' ? json : writeJson(json);
}
