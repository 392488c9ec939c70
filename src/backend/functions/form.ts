import type { ApiVersion } from '../core.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { Effect } from '../eval/effect.ts';
import { PURE } from '../eval/effect.ts';
import type { Position } from '../data/position.ts';

/** One argument of a form: whether it may be absent, how it is parsed, and how its value is checked. */
export interface Param<T> {
  readonly optional: boolean;
  /** `lambda`: only a `lambda` form is accepted there; else any expression. */
  readonly syntax: 'expression' | 'lambda';
  /** Gives the value as the type that the function wants, or throws; `undefined` only where the argument is absent. */
  readonly cast: (value: Data | undefined, position: Position, context: Context) => T;
}

export type Params = Readonly<Record<string, Param<unknown>>>;
export type Args<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** A function as the parser and the evaluator see it. */
export interface Form {
  /** Keys in declared order: the order of checks, and of a rendered lambda. The first one names the form. */
  readonly params: readonly (readonly [key: string, param: Param<unknown>])[];
  readonly effect: Effect;
  /** First version that has it; absent: all. */
  readonly since?: ApiVersion | undefined;
  /** First version that no longer has it; absent: none. */
  readonly until?: ApiVersion | undefined;
  readonly run: (args: readonly unknown[], context: Context, position: Position) => Data;
}

/** A function as it is written in the table. */
export interface Declaration<P extends Params> {
  readonly params: P;
  /** `PURE` by default. */
  readonly effect?: Effect;
  readonly since?: ApiVersion;
  readonly until?: ApiVersion;
  /** `position` is that of the form; an argument's is `position.at(key)`. */
  readonly run: (args: Args<P>, context: Context, position: Position) => Data;
}

/** Declares a form; the types of `run`'s arguments follow from `params`. */
export function form<P extends Params>({ params, effect = PURE, since, until, run }: Declaration<P>): Form {
  const entries = Object.entries(params);
  const keys = entries.map(([key]) => key);
  return {
    params: entries,
    effect,
    since,
    until,
    run: (values, context, position) => {
      const args: Record<string, unknown> = {};
      for (let index = 0; index < keys.length; index += 1) args[keys[index] ?? ''] = values[index];
      // `values` come from the casts of `params`, in order, so they have the types of `Args<P>`.
      return run(args as Args<P>, context, position);
    },
  };
}
