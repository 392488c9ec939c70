import type { Dialect } from '../dialect.ts';
import { noObject, noProperty } from '../faults.ts';
import { jsonString } from '../json-text.ts';
import { specialText } from '../special-text.ts';
import { Special, TextSpecial } from '../specials.ts';
import { expressionForm } from './expression-form.ts';
import type { Argument, Form } from './form.ts';
import { isMarked } from './marked.ts';
import type { ExpressionTraits } from './traits.ts';

/**
 * The text of an FQL expression or of a set's parameters, as the driver writes it (`exprToString` of src/Expr.js). Without
 * traits of expressions nothing prints so.
 * @throws TypeError, RangeError where the driver does.
 */
export function expressionText(expression: unknown, dialect: Dialect, caller?: string): string {
  const traits = dialect.traits.expressions;
  return traits === undefined ? String(expression) : text(expression, traits, dialect, caller);
}

function text(expression: unknown, traits: ExpressionTraits, dialect: Dialect, caller?: string): string {
  if (expression instanceof Special) return lostText(expression, traits, dialect);
  if (traits.marked && isMarked(expression))
    return 'value' in expression
      ? String(expression)
      : text(Reflect.get(expression, 'raw'), traits, dialect, caller);
  switch (typeof expression) {
    case 'string':
      return traits.strings === 'json' ? jsonString(expression, dialect) : `"${expression}"`;
    case 'number':
      return String(expression);
    case 'object':
      if (expression !== null) return objectText(expression, traits, dialect, caller);
  }
  if (traits.literals) return String(expression);
  throw expression === null || expression === undefined
    ? noObject()
    : noProperty('undefined', 'split', dialect);
}

function lostText(special: Special, traits: ExpressionTraits, dialect: Dialect): string {
  if (special instanceof TextSpecial) return special.value;
  if (traits.values) return specialText(special, dialect);
  if (traits.literals) return 'undefined';
  throw noObject();
}

function objectText(expression: object, traits: ExpressionTraits, dialect: Dialect, caller?: string): string {
  if (!Array.isArray(expression))
    return formText(expressionForm(expression, traits, dialect), traits, dialect);
  const items = expression.map((item) => text(item, traits, dialect)).join(', ');
  if (traits.spreadsBy === 'includes' && dialect.profile === 'n4')
    throw new TypeError('varArgsFunctions.includes is not a function');
  return caller !== undefined && traits.spreading.has(caller) ? items : `[${items}]`;
}

function formText(form: Form, traits: ExpressionTraits, dialect: Dialect): string {
  if (form.kind === 'object') return argumentText(form, traits, dialect);
  return `${form.name}(${form.args.map((argument) => argumentText(argument, traits, dialect)).join(', ')})`;
}

function argumentText(argument: Argument, traits: ExpressionTraits, dialect: Dialect): string {
  switch (argument.kind) {
    case 'term':
      return text(argument.value, traits, dialect, argument.caller);
    case 'object': {
      const quote = traits.keys === 'quoted' ? '"' : '';
      const members = argument.entries.map(
        ([key, value]) => `${quote}${key}${quote}: ${text(value, traits, dialect)}`,
      );
      return `{${members.join(', ')}}`;
    }
    case 'objects':
      return `[${argument.items.map((item) => argumentText(item, traits, dialect)).join(', ')}]`;
  }
}
