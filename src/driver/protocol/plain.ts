import { JsonNumber, JsonObject, type Json } from '../../value/index.ts';

/**
 * Lossless JSON as the plain values that schemas look at. Numbers are rounded to doubles and members sorted as
 * JavaScript does, so the result is for checking and for a message's own small members, never for evidence.
 */
export function plain(json: Json): unknown {
  if (json instanceof JsonNumber) return Number(json.text);
  if (json instanceof JsonObject)
    return Object.fromEntries(json.members.map(([key, value]) => [key, plain(value)]));
  return Array.isArray(json) ? json.map(plain) : json;
}
