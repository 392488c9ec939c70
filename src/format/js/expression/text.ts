import type { Dialect } from '../dialect.ts';
import { noObject, noProperty } from '../print/faults.ts';
import { jsonString } from '../print/json-text.ts';
import type { TextOf } from '../print/show.ts';
import { Special, TextSpecial } from '../decode/specials.ts';
import { expressionForm } from './expression-form.ts';
import type { Argument, Form } from './form.ts';
import { isMarked } from './marked.ts';
import type { ExpressionTraits } from './traits.ts';

/**
 * The text of an FQL expression or of a set's parameters, as the driver writes it (`exprToString` of src/Expr.js). Without
 * traits of expressions nothing prints so.
 * @throws TypeError, RangeError where the driver does.
 */
export function expressionText(expression: unknown, dialect: Dialect, textOf: TextOf): string {
  const traits = dialect.traits.expressions;
  return traits === undefined ? '' : text(expression, { traits, dialect, textOf });
}

interface Printer {
  readonly traits: ExpressionTraits;
  readonly dialect: Dialect;
  readonly textOf: TextOf;
}

function text(expression: unknown, printer: Printer, caller?: string): string {
  const { traits, dialect } = printer;
  if (expression instanceof Special) return lostText(expression, printer);
  if (traits.marked && isMarked(expression))
    return 'value' in expression
      ? coerced(expression)
      : text(Reflect.get(expression, 'raw'), printer, caller);
  if (typeof expression === 'string')
    return traits.strings === 'json' ? jsonString(expression, dialect) : `"${expression}"`;
  if (typeof expression === 'number') return String(expression);
  if (typeof expression === 'object' && expression !== null) return objectText(expression, printer, caller);
  if (traits.literals) return String(expression);
  throw typeof expression === 'boolean' ? noProperty('undefined', 'split', dialect) : noObject();
}

/** JavaScript's own conversion to text, mostly `[object Object]`. */
function coerced(value: unknown): string {
  return String(value);
}

function lostText(special: Special, { traits, dialect, textOf }: Printer): string {
  if (special instanceof TextSpecial) return special.value;
  if (traits.values) return textOf(special, dialect);
  if (traits.literals) return 'undefined';
  throw noObject();
}

function objectText(expression: object, printer: Printer, caller?: string): string {
  const { traits, dialect } = printer;
  if (!Array.isArray(expression)) return formText(expressionForm(expression, traits, dialect), printer);
  const items = expression.map((item) => text(item, printer)).join(', ');
  if (traits.spreadsBy === 'includes' && dialect.profile === 'n4')
    throw new TypeError('varArgsFunctions.includes is not a function');
  return caller !== undefined && traits.spreading.has(caller) ? items : `[${items}]`;
}

function formText(form: Form, printer: Printer): string {
  if (form.kind === 'object') return argumentText(form, printer);
  // The first text that cannot be made is what fails.
  const args = form.isReversed === true ? form.args.toReversed() : form.args;
  const texts = args.map((argument) => argumentText(argument, printer));
  return `${form.name}(${(form.isReversed === true ? texts.toReversed() : texts).join(', ')})`;
}

function argumentText(argument: Argument, printer: Printer): string {
  switch (argument.kind) {
    case 'term':
      return text(argument.value, printer, argument.caller);
    case 'object': {
      const quote = printer.traits.keys === 'quoted' ? '"' : '';
      const members = argument.entries.map(
        ([key, value]) => `${quote}${key}${quote}: ${text(value, printer)}`,
      );
      return `{${members.join(', ')}}`;
    }
    case 'objects':
      return `[${argument.items.map((item) => argumentText(item, printer)).join(', ')}]`;
  }
}
