import type { ErrorElement, PrintedError } from '../../format.ts';
import { TRAITS, type Profile } from '../../js/layout/profile.ts';
import { readInspected, type Inspected } from '../../js/read/read-inspected.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import { errorElements } from '../../shared/error-elements.ts';
import { jsonObject, JsonNumber, JsonObject, type Json } from '../../../value/index.ts';

/**
 * Reads the body of an error answer as `util.inspect(JSON.parse(body), { depth: null, compact: false })` writes it: its list
 * of errors, without the strings that Node.js cut off; or that list alone. `undefined`: it is something else.
 */
export function readAnswer(reader: TextReader): PrintedError['errors'] {
  const inspected = readInspected(reader);
  const body = jsonOf(inspected);
  if (body === undefined) return undefined;
  return errorElements(inspected.kind === 'array' ? jsonObject({ errors: body }) : body);
}

/** The same as it comes: Node.js leaves out what is behind the 100th item of a list and in strings over 10,000 units. */
export function printedElements(errors: readonly ErrorElement[], profile: Profile): PrintedError['errors'] {
  const { maxUnits, maxItems } = TRAITS[profile];
  const isWhole = (text: string): boolean => text.length <= maxUnits;
  return errors.slice(0, maxItems).map(({ code, description, position, failures, cause }) => ({
    ...(isWhole(code) ? { code } : {}),
    ...(isWhole(description) ? { description } : {}),
    ...(position === undefined ? {} : { position }),
    ...(failures === undefined ? {} : { failures }),
    ...(cause === undefined ? {} : { cause }),
  }));
}

function jsonOf(inspected: Inspected): Json | undefined {
  switch (inspected.kind) {
    case 'string':
      return inspected.cut === undefined ? inspected.value : undefined;
    case 'array':
      return inspected.items.flatMap((item) => jsonOf(item) ?? []);
    case 'object':
      return new JsonObject(
        [...inspected.members].flatMap(([key, value]) => {
          const json = jsonOf(value);
          return json === undefined ? [] : [[key, json] as const];
        }),
      );
    case 'word':
      return wordOf(inspected.text);
  }
}

function wordOf(text: string): Json | undefined {
  switch (text) {
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return Number.isFinite(Number(text)) ? new JsonNumber(text) : undefined;
  }
}
