import { JsonNumber, JsonObject, type Json } from './json.ts';

/** Writes compact JSON: number text, member order and duplicate members exactly as they are in `json`. */
export function writeJson(json: Json): string {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return JSON.stringify(json);
  if (json instanceof JsonNumber) return json.text;
  if (json instanceof JsonObject)
    return `{${json.members.map(([key, value]) => `${JSON.stringify(key)}:${writeJson(value)}`).join(',')}}`;
  return `[${json.map(writeJson).join(',')}]`;
}
