import { documentWord } from '../eval/version.ts';
import type { Context } from '../eval/context.ts';

/** Code and description of errors that several writers raise, to be spread into `failure(position, …)`. */
export function notUnique({ version }: Context): [code: string, description: string] {
  return ['instance not unique', `${documentWord(version)} is not unique.`];
}

export const DENIED: readonly [code: string, description: string] = [
  'permission denied',
  'Insufficient privileges to perform the action.',
];

export const OUTSIDE_SNAPSHOT: readonly [code: string, description: string] = [
  'invalid write time',
  'Cannot write outside of snapshot time.',
];
