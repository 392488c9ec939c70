import { ReadFailure } from './read-failure.ts';

/** Answers 0 at a point of ambiguity, and 1, 2, … there in later attempts. */
export type Choose = () => number;

export interface Exploration<T> {
  /** What the attempts gave that came to an end, in the order of the choices. */
  readonly results: readonly T[];
  /** False when the limits stopped it before every way was tried. */
  readonly exhaustive: boolean;
  /** The failure that got furthest into the text; absent when no attempt failed. */
  readonly failure?: ReadFailure;
}

/**
 * Tries every way through an ambiguous text, the first choices first: `attempt` is run again and again with other answers
 * of `choose`, so it can be a plain deterministic reader. It fails with `ReadFailure`, and with `NoSuchChoice` right
 * after a choice that does not exist.
 */
export function explore<T>(
  attempt: (choose: Choose) => T,
  limits: { readonly attempts: number; readonly results: number },
): Exploration<T> {
  const results: T[] = [];
  let failure: ReadFailure | undefined;
  let script: readonly number[] = [];
  const outcome = (exhaustive: boolean): Exploration<T> => ({
    results,
    exhaustive,
    ...(failure === undefined ? {} : { failure }),
  });
  for (let count = 0; count < limits.attempts && results.length < limits.results; count += 1) {
    const taken: number[] = [];
    const choose = (): number => {
      const choice = script[taken.length] ?? 0;
      taken.push(choice);
      return choice;
    };
    try {
      results.push(attempt(choose));
    } catch (cause) {
      if (cause instanceof NoSuchChoice) taken.pop();
      else if (!(cause instanceof ReadFailure)) throw cause;
      else if (failure === undefined || cause.offset > failure.offset) failure = cause;
    }
    const last = taken.pop();
    if (last === undefined) return outcome(true);
    script = [...taken, last + 1];
  }
  return outcome(false);
}

/** The last choice asked for does not exist: there are no more ways from there. Like `ReadFailure` no `Error`. */
export class NoSuchChoice {
  readonly name = 'NoSuchChoice';
}
