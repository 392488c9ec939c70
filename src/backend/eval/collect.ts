import { QueryFailure, type QueryError } from './failure.ts';

/** Computes every item and joins the errors of all: for literals, list arguments and the like (spec 4.1, Arguments). */
export function collect<T, R>(items: readonly T[], compute: (item: T, index: number) => R): R[] {
  const results: R[] = [];
  let errors: QueryError[] | undefined;
  let index = 0;
  for (const item of items) {
    try {
      results.push(compute(item, index));
    } catch (error) {
      if (!(error instanceof QueryFailure)) throw error;
      (errors ??= []).push(...error.errors);
    }
    index += 1;
  }
  if (errors !== undefined) throw new QueryFailure(errors);
  return results;
}
