import { JsonNumber, JsonObject, type Json } from '../../value/index.ts';

/**
 * What `java.util.Map.toString` writes for a query's body, which Jackson decodes into plain maps and lists: strings
 * unquoted, refs still as `{@ref={id=…}}` (driver 4.5.0, `Value.QueryV` and `Value.toString`).
 */
export function javaMapText(json: Json, doubleText: (value: number) => string): string {
  const inner = (value: Json): string => javaMapText(value, doubleText);
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return String(json);
  if (json instanceof JsonNumber)
    return json.isDouble ? doubleText(Number(json.text)) : BigInt(json.text).toString();
  if (json instanceof JsonObject)
    return `{${[...new Map(json.members)].map(([key, value]) => `${key}=${inner(value)}`).join(', ')}}`;
  return `[${json.map(inner).join(', ')}]`;
}
