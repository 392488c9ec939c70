import { PURE, type Effect } from './effect.ts';
import type { Expression } from '../parse/expression.ts';

/** The most that an expression may do: calls of user functions count as writes, whatever they do. */
export function maxEffect(expression: Expression): Effect {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'lambda':
      return PURE;
    case 'array':
    case 'and':
    case 'or':
    case 'do':
      return largest(expression.items);
    case 'object':
      return largest(expression.entries.map(([, value]) => value));
    case 'let':
      return largest([expression.body, ...expression.bindings.map(([, value]) => value)]);
    case 'if':
      return largest([expression.condition, expression.whenTrue, expression.whenFalse]);
    case 'at':
      return largest([expression.time, expression.body]);
    case 'select':
      return largest([expression.path, expression.from, expression.all, expression.default]);
    case 'form': {
      // A lambda that is an argument is applied by the form; one that is only made (`query`) does nothing.
      const isQuery = expression.form.params[0]?.[0] === 'query';
      const parts = expression.args.map((arg) => (arg?.kind === 'lambda' && !isQuery ? arg.body : arg));
      return atMost([expression.form.maxEffect, largest(parts)]);
    }
  }
}

function largest(parts: readonly (Expression | undefined)[]): Effect {
  return atMost(parts.map((part) => (part === undefined ? PURE : maxEffect(part))));
}

function atMost(effects: readonly Effect[]): Effect {
  return effects.reduce((a, b) => (b > a ? b : a), PURE);
}
