import { JsonNumber, JsonObject, javaDouble, type Json } from '../../value/index.ts';

/**
 * What `java.util.Map.toString` writes for a query's body, which Jackson decodes into plain maps and lists: strings
 * unquoted, refs still as `{@ref={id=…}}` (driver 4.5.0, `Value.QueryV` and `Value.toString`).
 */
export function javaMapText(json: Json): string {
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return String(json);
  if (json instanceof JsonNumber)
    return json.isDouble ? javaDouble(Number(json.text)) : BigInt(json.text).toString();
  if (json instanceof JsonObject)
    return `{${[...new Map(json.members)].map(([key, value]) => `${key}=${javaMapText(value)}`).join(', ')}}`;
  return `[${json.map(javaMapText).join(', ')}]`;
}
