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
      // Of equal keys the first, second … of each side: one that is sent twice is no less sent.
      const difference = jsonDifference(all(left, key), all(right, key), []);
      if (difference !== undefined) return [...path, key, ...difference.slice(1)];
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

function all(object: JsonObject, key: string): readonly Json[] {
  return object.members.filter(([name]) => name === key).map(([, value]) => value);
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
