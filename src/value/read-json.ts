import { visit } from 'jsonc-parser';
import { JsonNumber, JsonObject, type Json } from './json.ts';
import { readJsonDirectly } from './read-json-directly.ts';
import { textError, type TextError } from './text-error.ts';

export type JsonReading =
  { readonly ok: true; readonly json: Json } | { readonly ok: false; readonly error: TextError };

type Frame =
  | { readonly kind: 'array'; readonly items: Json[] }
  | { readonly kind: 'object'; readonly members: [string, Json][]; key: string };

/**
 * Reads JSON text without loss (see `Json`). Strict: comments, trailing commas and anything after the document are
 * errors. Deeper nesting than the call stack allows is an error too, not an exception.
 */
export function readJson(text: string): JsonReading {
  const json = readJsonDirectly(text);
  return json === undefined ? readCarefully(text) : { ok: true, json };
}

/** The same by a scanner that says where an error is. */
function readCarefully(text: string): JsonReading {
  const stack: Frame[] = [];
  let root: Json | undefined;
  let error: TextError | undefined;

  const put = (json: Json): void => {
    const top = stack.at(-1);
    if (top === undefined) root = json;
    else if (top.kind === 'array') top.items.push(json);
    else top.members.push([top.key, json]);
  };
  const close = (): void => {
    const frame = stack.pop();
    if (frame?.kind === 'array') put(frame.items);
    else if (frame !== undefined) put(new JsonObject(frame.members));
  };

  try {
    visit(
      text,
      {
        onObjectBegin: () => void stack.push({ kind: 'object', members: [], key: '' }),
        onObjectProperty: (key) => {
          const top = stack.at(-1);
          if (top?.kind === 'object') top.key = key;
        },
        onObjectEnd: close,
        onArrayBegin: () => void stack.push({ kind: 'array', items: [] }),
        onArrayEnd: close,
        onLiteralValue: (value: unknown, offset, length) => {
          if (typeof value === 'number') put(new JsonNumber(text.slice(offset, offset + length)));
          else if (value === null || typeof value === 'string' || typeof value === 'boolean') put(value);
        },
        onError: (_code, offset) => {
          error ??= textError(text, offset, 'strict JSON');
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    error ??= textError(text, 0, 'JSON nested less deeply');
  }
  if (error !== undefined) return { ok: false, error };
  if (root === undefined) return { ok: false, error: textError(text, text.length, 'a JSON value') };
  return { ok: true, json: root };
}
