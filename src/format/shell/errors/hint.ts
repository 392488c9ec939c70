import type { PrintedError } from '../../format.ts';
import { HINT } from '../../js/error/project-error.ts';

/** The message of a driver's error without what 4.4.2 and later add to that of a refused secret. */
export function withoutHint(message: string): string {
  return message.endsWith(`. ${HINT}`) ? message.slice(0, -`. ${HINT}`.length) : message;
}

/** The hint as a part of what an error says, where the message has it. */
export function hinted(message: string): Pick<PrintedError, 'message'> {
  return message.endsWith(`. ${HINT}`) ? { message: HINT } : {};
}
