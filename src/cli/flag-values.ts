import { InvalidArgumentError } from 'commander';

/** A flag that may be given several times, or once with commas. */
export function list(value: string, before: readonly string[]): readonly string[] {
  return [...before, ...value.split(',')];
}

export function integer(value: string): number {
  if (!/^-?\d{1,10}$/.test(value)) throw new InvalidArgumentError('It must be an integer.');
  return Number(value);
}

export function positive(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It must be a positive integer.');
  return Number(value);
}

/** A path as failures print it: steps of a search, and for pairs which of the searches. */
export function path(value: string): string {
  if (!/^(?:live:)?\d+(?::\d+)*$/.test(value))
    throw new InvalidArgumentError('It must be numbers with colons, such as 3:0:1, as a failure prints it.');
  return value;
}
