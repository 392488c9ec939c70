import { Lambda } from '../data/lambda.ts';
import { lookUp } from './scope.ts';
import { ROOT, type Position } from '../data/position.ts';
import type { Binding, Expression } from '../parse/expression.ts';

/**
 * A lambda as the store keeps it: what it captured becomes a `let` around the body, and positions begin at the lambda, since
 * the query that made it is forgotten (errors of a called function are reported below `["expr"]`).
 */
export function storedLambda({ version, pattern, body, free, captured }: Lambda): Lambda {
  const place = ROOT.at('expr');
  if (free.length === 0) return new Lambda(version, pattern, placed(body, place), [], undefined);
  const bindings = free.map((name): Binding => [name, { kind: 'literal', value: lookUp(captured, name) }]);
  return new Lambda(
    version,
    pattern,
    { kind: 'let', bindings, body: placed(body, place.at('in')) },
    [],
    undefined,
  );
}

/** An expression as if it had been parsed at another place. */
function placed(expression: Expression, position: Position): Expression {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
      return expression;
    case 'array':
      return { ...expression, items: list(expression.items, position) };
    case 'do':
      return { ...expression, items: list(expression.items, position.at('do')) };
    case 'and':
    case 'or':
      return { ...expression, position, items: list(expression.items, position.at(expression.kind)) };
    case 'object':
      return { ...expression, entries: bindingsAt(expression.entries, position.at('object')) };
    case 'let':
      return {
        ...expression,
        bindings: bindingsAt(expression.bindings, position.at('let')),
        body: placed(expression.body, position.at('in')),
      };
    case 'if':
      return {
        kind: 'if',
        condition: placed(expression.condition, position.at('if')),
        whenTrue: placed(expression.whenTrue, position.at('then')),
        whenFalse: placed(expression.whenFalse, position.at('else')),
        position,
      };
    case 'at':
      return {
        kind: 'at',
        time: placed(expression.time, position.at('at')),
        body: placed(expression.body, position.at('expr')),
        position,
      };
    case 'select':
      return {
        kind: 'select',
        name: expression.name,
        path: placed(expression.path, position.at(expression.name)),
        from: placed(expression.from, position.at('from')),
        all: expression.all && placed(expression.all, position.at('all')),
        default: expression.default && placed(expression.default, position.at('default')),
        position,
      };
    case 'lambda':
      return { ...expression, body: placed(expression.body, position.at('expr')) };
    case 'form':
      return {
        ...expression,
        args: expression.form.params.map(([key], index) => {
          const arg = expression.args[index];
          return arg && placed(arg, position.at(key));
        }),
        position,
      };
  }
}

function list(items: readonly Expression[], position: Position): readonly Expression[] {
  return items.map((item, index) => placed(item, position.at(index)));
}

function bindingsAt(bindings: readonly Binding[], position: Position): readonly Binding[] {
  return bindings.map(([name, value]): Binding => [name, placed(value, position.at(name))]);
}
