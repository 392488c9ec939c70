import type { Format, PrintedError } from '../format/index.ts';
import type { ErrorRecognition } from './recognition.ts';
import { spellingsOf } from './spelling.ts';
import { groups, type FormatGroup } from './tables.ts';

/**
 * The formats whose drivers could have printed the text as an error of the database, in the order of the table. Empty when it
 * is none, or a bare message: any line may be one (`Document not found.` is all that older Python drivers print).
 */
export function recognizeErrors(
  text: string,
  { among = groups }: { readonly among?: readonly FormatGroup[] } = {},
): readonly ErrorRecognition[] {
  const tidy = spellingsOf(text).tidy.text;
  return among.flatMap(({ format, variants }) => {
    const error = tellingError(format, text) ?? (tidy === text ? undefined : tellingError(format, tidy));
    if (error === undefined) return [];
    const same = JSON.stringify(error);
    return [
      {
        format,
        variants: variants.filter((one) => JSON.stringify(tellingError(one, text)) === same),
        error,
        reason: reasonOf(error),
      },
    ];
  });
}

/** The error that the format reads, when it says more than a message. */
function tellingError(format: Format, text: string): PrintedError | undefined {
  const reading = format.parseError(text);
  if (!reading.ok) return undefined;
  const { errors, status } = reading.error;
  const isBare = errors?.every((error) => BARE.has(Object.keys(error).join())) ?? true;
  return !isBare || status !== undefined ? reading.error : undefined;
}

/** Older Python drivers print a description and nothing else, the first shells a code: anybody may write `not found`. */
const BARE: ReadonlySet<string> = new Set(['description', 'code']);

function reasonOf({ type, status, errors }: PrintedError): string {
  const code = errors?.[0]?.code;
  return [
    ...(type === undefined ? [] : [`the class \`${type}\``]),
    ...(status === undefined ? [] : [`the status ${status}`]),
    ...(code === undefined ? [] : [`the code \`${code}\``]),
  ].join(', ');
}
