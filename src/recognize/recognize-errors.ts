import type { PrintedError } from '../format/index.ts';
import type { ErrorRecognition } from './recognition.ts';
import { groups } from './tables.ts';

/** The formats whose drivers could have printed the text as an error; empty when it is none. */
export function recognizeErrors(text: string): readonly ErrorRecognition[] {
  return groups.flatMap(({ format, variants }) => {
    const reading = format.parseError(text);
    if (!reading.ok || !isTelling(reading.error)) return [];
    return [
      { format, variants, error: reading.error, reason: `reads as an error of ${format.about.driver}` },
    ];
  });
}

/** Any line is a message of some client; an error of the database has a list of errors, or a status. */
function isTelling({ errors, status }: PrintedError): boolean {
  return errors !== undefined || status !== undefined;
}
