import type { ValidationFailure } from '../eval/failure.ts';

/** The validation failures that several kinds have (appendix A). */
export function valueRequired(...field: readonly string[]): ValidationFailure {
  return { field, code: 'value required', description: 'Required value not found.' };
}

export function invalidType(field: readonly string[], found: string, wanted: string): ValidationFailure {
  return { field, code: 'invalid type', description: `Invalid type ${found}, expected type ${wanted}.` };
}
