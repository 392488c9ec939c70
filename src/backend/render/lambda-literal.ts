import { lookUp, type Scope } from '../eval/scope.ts';
import { atLeast, newer } from '../eval/version.ts';
import { Obj, type Entry } from '../data/obj.ts';
import type { ApiVersion } from '../core.ts';
import type { Data } from '../data/data.ts';
import type { Expression, FormExpression, SelectExpression } from '../parse/expression.ts';
import type { Lambda } from '../data/lambda.ts';

/**
 * A lambda as the object that it is written as (spec 2.6): `api_version` first, unless neither the lambda nor the request
 * knows it; captured variables as a `let` around the body; the keys of forms in declared order.
 */
export function lambdaLiteral(lambda: Lambda, version: ApiVersion): Obj {
  const body = literalOf(lambda.body);
  const plain: readonly Entry[] = [
    ['lambda', lambda.pattern],
    ['expr', lambda.free.length === 0 ? body : withCaptured(lambda.free, lambda.captured, body)],
  ];
  const isOld = !atLeast(newer(lambda.version, version), '3');
  return new Obj(isOld ? plain : [['api_version', lambda.version], ...plain]);
}

function withCaptured(free: readonly string[], captured: Scope | undefined, body: Data): Obj {
  const bindings = free.map((name): Entry => [name, lookUp(captured, name)]);
  return new Obj([
    ['let', new Obj(bindings)],
    ['in', body],
  ]);
}

/** An expression as the JSON that it was parsed from, up to spelling: values stay values. */
function literalOf(expression: Expression): Data {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'array':
      return expression.items.map(literalOf);
    case 'variable':
      return Obj.of({ var: expression.name });
    case 'object':
      return Obj.of({ object: entriesOf(expression.entries) });
    case 'let':
      return Obj.of({ let: entriesOf(expression.bindings), in: literalOf(expression.body) });
    case 'if':
      return new Obj([
        ['if', literalOf(expression.condition)],
        ['then', literalOf(expression.whenTrue)],
        ['else', literalOf(expression.whenFalse)],
      ]);
    case 'and':
    case 'or':
    case 'do':
      return Obj.of({ [expression.kind]: expression.items.map(literalOf) });
    case 'at':
      return Obj.of({ at: literalOf(expression.time), expr: literalOf(expression.body) });
    case 'select':
      return selectLiteral(expression);
    case 'lambda':
      return Obj.of({ lambda: expression.pattern, expr: literalOf(expression.body) });
    case 'form':
      return formLiteral(expression);
  }
}

function entriesOf(entries: readonly (readonly [string, Expression])[]): Obj {
  return new Obj(entries.map(([key, value]): Entry => [key, literalOf(value)]));
}

function selectLiteral({ name, path, from, all, default: fallback }: SelectExpression): Obj {
  return Obj.of({
    [name]: literalOf(path),
    from: literalOf(from),
    all: all && literalOf(all),
    default: fallback && literalOf(fallback),
  });
}

function formLiteral({ form, args }: FormExpression): Obj {
  return new Obj(
    form.params.flatMap(([key], index): Entry[] => {
      const arg = args[index];
      return arg === undefined ? [] : [[key, literalOf(arg)]];
    }),
  );
}
