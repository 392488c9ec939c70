import type { ApiVersion } from '../core.ts';
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { Effect } from '../eval/effect.ts';
import { PURE } from '../eval/effect.ts';
import type { Position } from '../data/position.ts';

/** One argument of a form: whether it may be absent, how it is parsed, and how its value is checked. */
export interface Param<T> {
  readonly optional: boolean;
  /** `lambda`: only a `lambda` form is accepted there; `lambda or expression`: that too; else any expression. */
  readonly syntax: 'expression' | 'lambda' | 'lambda or expression';
  /** Gives the value as the type that the function wants, or throws; `undefined` only where the argument is absent. */
  readonly cast: (value: Data | undefined, position: Position, context: Context) => T;
}

export type Params = Readonly<Record<string, Param<unknown>>>;
export type Args<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** A function as the parser and the evaluator see it. */
export interface Form {
  /** Keys in declared order: the order of checks, and of a rendered lambda. The first one names the form. */
  readonly params: readonly (readonly [key: string, param: Param<unknown>])[];
  /** What it does itself; refused where that is not allowed. */
  readonly effect: Effect;
  /** The most that a call may do, for lambdas that may not do much: more than `effect` only for calls of functions. */
  readonly maxEffect: Effect;
  /** First version that has it; absent: all. */
  readonly since?: ApiVersion | undefined;
  /** First version that no longer has it; absent: none. */
  readonly until?: ApiVersion | undefined;
  /** `values` are the results of the casts of `params`, in order. */
  readonly run: (values: readonly unknown[], context: Context, position: Position) => Data;
}

/** A function as it is written in the table. */
export interface Declaration<P extends Params> {
  readonly params: P;
  /** `PURE` by default. */
  readonly effect?: Effect;
  /** Equal to `effect` by default. */
  readonly maxEffect?: Effect;
  readonly since?: ApiVersion;
  readonly until?: ApiVersion;
  /** `position` is that of the form; an argument's is `position.at(key)`. */
  readonly run: (args: Args<P>, context: Context, position: Position) => Data;
}

/** Declares a form; the types of `run`'s arguments follow from `params`. */
export function form<P extends Params>(declaration: Declaration<P>): Form {
  const { params, effect = PURE, maxEffect = effect, since, until, run } = declaration;
  const entries = Object.entries(params);
  return {
    params: entries,
    effect,
    maxEffect,
    since,
    until,
    run: (values, context, position) => {
      const args: Record<string, unknown> = {};
      let index = 0;
      for (const [key] of entries) args[key] = values[index++];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the values come from the casts of these very params
      return run(args as Args<P>, context, position);
    },
  };
}
