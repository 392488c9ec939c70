import type { ApiVersion } from '../core.ts';
import type { Data } from '../data/data.ts';
import type { Pattern } from '../data/lambda.ts';
import type { Position } from '../data/position.ts';
import type { Form } from '../functions/form.ts';

/** A parsed query. Every form has been found and every variable is bound, so evaluation meets only errors of values. */
export type Expression =
  | LiteralExpression
  | ArrayExpression
  | ObjectExpression
  | VariableExpression
  | LetExpression
  | IfExpression
  | JunctionExpression
  | DoExpression
  | AtExpression
  | SelectExpression
  | LambdaExpression
  | FormExpression;

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: Data;
}
export interface ArrayExpression {
  readonly kind: 'array';
  readonly items: readonly Expression[];
}
export interface ObjectExpression {
  readonly kind: 'object';
  readonly entries: readonly Binding[];
}
export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
}
export interface LetExpression {
  readonly kind: 'let';
  readonly bindings: readonly Binding[];
  readonly body: Expression;
}
export type Binding = readonly [name: string, value: Expression];
export interface IfExpression {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
  readonly position: Position;
}
/** Short-circuiting `and`, `or` (from version 3 on; before that they are functions). */
export interface JunctionExpression {
  readonly kind: 'and' | 'or';
  readonly items: readonly Expression[];
  readonly position: Position;
}
export interface DoExpression {
  readonly kind: 'do';
  readonly items: readonly Expression[];
}
export interface AtExpression {
  readonly kind: 'at';
  readonly time: Expression;
  readonly body: Expression;
  readonly position: Position;
}
/** `select`, `select_all`, `select_as_index` with a lazy default (from version 3 on). */
export interface SelectExpression {
  readonly kind: 'select';
  readonly name: 'select' | 'select_all' | 'select_as_index';
  readonly path: Expression;
  readonly from: Expression;
  readonly all: Expression | undefined;
  readonly default: Expression | undefined;
  readonly position: Position;
}
export interface LambdaExpression {
  readonly kind: 'lambda';
  readonly version: ApiVersion;
  readonly pattern: Pattern;
  readonly body: Expression;
  /** Names that the body uses and the pattern does not bind, in the order in which a rendered lambda binds them. */
  readonly free: readonly string[];
}
/** Everything of the function table. */
export interface FormExpression {
  readonly kind: 'form';
  readonly form: Form;
  /** In the order of `form.params`; absent optional ones are `undefined`. */
  readonly args: readonly (Expression | undefined)[];
  readonly position: Position;
}
