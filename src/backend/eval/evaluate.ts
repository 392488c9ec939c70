import { failure, invalidArgument, type QueryFailure } from './failure.ts';
import { Lambda, type Pattern } from '../data/lambda.ts';
import { Obj, type Entry } from '../data/obj.ts';
import { expected } from './argument-errors.ts';
import { collect } from './collect.ts';
import { microsOf } from './micros-of.ts';
import { pathOf } from './path.ts';
import { select } from './select.ts';
import { isArray, type Data } from '../data/data.ts';
import { lookUp, Scope } from './scope.ts';
import { PURE, READ, type Effect } from './effect.ts';
import { within, type Context } from './context.ts';
import type {
  AtExpression,
  Expression,
  FormExpression,
  JunctionExpression,
  SelectExpression,
} from '../parse/expression.ts';
import type { Position } from '../data/position.ts';

/** How deep applications of lambdas may nest. */
const DEPTH_LIMIT = 200;

/** Computes an expression. Errors are thrown as a `QueryFailure`. */
export function evaluate(expression: Expression, scope: Scope | undefined, context: Context): Data {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'variable':
      return lookUp(scope, expression.name);
    case 'form':
      return evaluateForm(expression, scope, context);
    case 'array':
      return collect(expression.items, (item) => evaluate(item, scope, context));
    case 'object':
      return new Obj(
        collect(expression.entries, ([name, value]): Entry => [name, evaluate(value, scope, context)]),
      );
    case 'let': {
      let inner = scope;
      for (const [name, value] of expression.bindings)
        inner = new Scope(name, evaluate(value, inner, context), inner);
      return evaluate(expression.body, inner, context);
    }
    case 'if': {
      const condition = boolean(evaluate(expression.condition, scope, context), expression.position.at('if'));
      return evaluate(condition ? expression.whenTrue : expression.whenFalse, scope, context);
    }
    case 'and':
    case 'or':
      return evaluateJunction(expression, scope, context);
    case 'do': {
      let last: Data = null;
      for (const item of expression.items) last = evaluate(item, scope, context);
      return last;
    }
    case 'at':
      return evaluateAt(expression, scope, context);
    case 'select':
      return evaluateSelect(expression, scope, context);
    case 'lambda':
      return new Lambda(expression.version, expression.pattern, expression.body, expression.free, scope);
  }
}

/** The value of a lambda for an argument. `position` is where errors about the argument's shape are reported. */
export function applyLambda(lambda: Lambda, argument: Data, position: Position, context: Context): Data {
  if (context.depth >= DEPTH_LIMIT) throw stackOverflow(position);
  context.costs.called();
  const scope = bind(lambda.pattern, argument, lambda.captured, position);
  return evaluate(lambda.body, scope, within(context, { depth: context.depth + 1 }));
}

/** Applications of lambdas nest too deeply. */
export function stackOverflow(position: Position): QueryFailure {
  const description = `Call stack reached the maximum limit of ${String(DEPTH_LIMIT)}.`;
  return failure(position, 'stack overflow', description);
}

function evaluateForm(expression: FormExpression, scope: Scope | undefined, context: Context): Data {
  const { form, position } = expression;
  checkEffect(form.effect, position, context);
  context.costs.called();
  const values: unknown[] = [];
  for (let index = 0; index < form.params.length; index += 1) {
    const param = form.params[index];
    if (param === undefined) continue;
    const [key, { cast }] = param;
    const argument = expression.args[index];
    const value = argument === undefined ? undefined : evaluate(argument, scope, context);
    values.push(cast(value, position.at(key), context));
  }
  return form.run(values, context, position);
}

/** Refuses what the surroundings do not allow (spec 4.1, Effects). */
function checkEffect(effect: Effect, position: Position, { limit }: Context): void {
  if (effect <= limit.effect || effect === PURE) return;
  const what = effect === READ ? 'a read' : 'a write';
  throw failure(
    position,
    'invalid expression',
    `Call performs ${what}, which is not allowed in ${limit.where}.`,
  );
}

function evaluateJunction(
  { kind, items, position }: JunctionExpression,
  scope: Scope | undefined,
  context: Context,
): boolean {
  const goesOn = kind === 'and';
  for (const [index, item] of items.entries())
    if (boolean(evaluate(item, scope, context), position.at(kind).at(index)) !== goesOn) return !goesOn;
  return goesOn;
}

/**
 * `at`: evaluates at another valid time. The snapshot's own time and that of the transaction mean "now", where writes are
 * allowed; a time in the future leaves things as they are (spec 4.2).
 */
function evaluateAt(expression: AtExpression, scope: Scope | undefined, context: Context): Data {
  const time = microsOf(evaluate(expression.time, scope, context), expression.position.at('at'));
  const { snapshot } = context.transaction;
  if (time !== undefined && time > snapshot) return evaluate(expression.body, scope, context);
  const validTime = time === snapshot ? undefined : time;
  return evaluate(expression.body, scope, within(context, { validTime }));
}

/** `select` and its kin from version 3 on, where the default is computed only when it is needed. */
function evaluateSelect(
  { name, path, from, all, default: fallback, position }: SelectExpression,
  scope: Scope | undefined,
  context: Context,
): Data {
  const pathValue = evaluate(path, scope, context);
  const fromValue = evaluate(from, scope, context);
  const allValue = all === undefined ? name !== 'select' : evaluate(all, scope, context);
  return select(
    pathOf(pathValue, position.at(name)),
    fromValue,
    boolean(allValue, position.at('all')),
    () => (fallback === undefined ? undefined : evaluate(fallback, scope, context)),
    position.at('from'),
    context,
  );
}

function bind(
  pattern: Pattern,
  argument: Data,
  outer: Scope | undefined,
  position: Position,
): Scope | undefined {
  if (typeof pattern === 'string') return bindName(pattern, argument, outer);
  const elements = isArray(argument) ? argument : [argument];
  if (elements.length !== pattern.length)
    throw invalidArgument(
      position.at('lambda'),
      `Lambda expects an array with ${String(pattern.length)} elements. Array contains ${String(elements.length)}.`,
    );
  return pattern.reduce((scope, name, index) => bindName(name, elements[index] ?? null, scope), outer);
}

function bindName(name: string, value: Data, outer: Scope | undefined): Scope | undefined {
  return name === '_' ? outer : new Scope(name, value, outer);
}

function boolean(value: Data, position: Position): boolean {
  if (typeof value !== 'boolean') throw expected(position, ['Boolean'], value);
  return value;
}
