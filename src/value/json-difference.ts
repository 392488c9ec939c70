import { JsonNumber, JsonObject, type Json } from './json.ts';

/**
 * The path of the first difference of two JSON texts, `undefined` when they say the same. The order of members says
 * nothing; `1` and `1.0` differ, `1.0` and `1.00` do not.
 */
export function jsonDifference(
  left: Json,
  right: Json,
  path: readonly (string | number)[] = [],
): typeof path | undefined {
  if (left instanceof JsonNumber || right instanceof JsonNumber)
    return left instanceof JsonNumber && right instanceof JsonNumber && sameNumber(left, right)
      ? undefined
      : path;
  if (left instanceof JsonObject || right instanceof JsonObject) {
    if (!(left instanceof JsonObject && right instanceof JsonObject)) return path;
    for (const key of new Set([...left.keys, ...right.keys])) {
      const [a, b] = [left.get(key), right.get(key)];
      const difference =
        a === undefined || b === undefined ? [...path, key] : jsonDifference(a, b, [...path, key]);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  if (!isList(left) || !isList(right)) return left === right ? undefined : path;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]];
    const difference =
      a === undefined || b === undefined ? [...path, index] : jsonDifference(a, b, [...path, index]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function sameNumber(left: JsonNumber, right: JsonNumber): boolean {
  if (left.isDouble !== right.isDouble) return false;
  return left.isDouble
    ? Object.is(Number(left.text), Number(right.text))
    : BigInt(left.text) === BigInt(right.text);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
