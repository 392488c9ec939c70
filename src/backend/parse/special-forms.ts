import { atLeast } from '../eval/version.ts';
import { collect } from '../eval/collect.ts';
import { expectedExpression, invalidExpression } from './parse-error.ts';
import { indexKey } from './form-index.ts';
import { isArray, type Data } from '../data/data.ts';
import { Obj } from '../data/obj.ts';
import type { ApiVersion } from '../core.ts';
import type { Binding, Expression, SelectExpression } from './expression.ts';
import type { Parser } from './parser.ts';
import type { Position } from '../data/position.ts';

export type SpecialForm = (input: Obj, position: Position, parser: Parser) => Expression;

/** The forms that are syntax of their own (spec 4.2), by their keys; `undefined`: not one of these. */
export function specialForm(keys: readonly string[], version: ApiVersion): SpecialForm | undefined {
  const entry = SPECIAL_FORMS.get(indexKey(keys));
  if (entry === undefined) return undefined;
  return entry.since === undefined || atLeast(version, entry.since) ? entry.parse : undefined;
}

const SPECIAL_FORMS: ReadonlyMap<string, { readonly parse: SpecialForm; readonly since?: ApiVersion }> =
  new Map([
    [indexKey(['at', 'expr']), { parse: parseAt }],
    [indexKey(['var']), { parse: parseVariable }],
    [indexKey(['let', 'in']), { parse: parseLet }],
    [indexKey(['if', 'then', 'else']), { parse: parseIf }],
    [indexKey(['quote']), { parse: parseQuote }],
    [indexKey(['object']), { parse: parseObject }],
    [indexKey(['do']), { parse: parseDo }],
    [indexKey(['and']), { parse: junction('and'), since: '3' }],
    [indexKey(['or']), { parse: junction('or'), since: '3' }],
    [indexKey(['select', 'from']), { parse: selection('select'), since: '3' }],
    [indexKey(['select', 'from', 'default']), { parse: selection('select'), since: '3' }],
    [indexKey(['select', 'from', 'all']), { parse: selection('select'), since: '3' }],
    [indexKey(['select', 'from', 'all', 'default']), { parse: selection('select'), since: '3' }],
    [indexKey(['select_all', 'from']), { parse: selection('select_all'), since: '3' }],
    [indexKey(['select_all', 'from', 'default']), { parse: selection('select_all'), since: '3' }],
    [indexKey(['select_as_index', 'from']), { parse: selection('select_as_index'), since: '3' }],
    [indexKey(['select_as_index', 'from', 'default']), { parse: selection('select_as_index'), since: '3' }],
  ]);

function parseAt(input: Obj, position: Position, parser: Parser): Expression {
  const time = part(input, 'at', position, parser);
  return { kind: 'at', time, body: part(input, 'expr', position, parser), position };
}

function parseVariable(input: Obj, position: Position, parser: Parser): Expression {
  const name = valueOf(input, 'var');
  if (typeof name !== 'string') throw expectedExpression(position.at('var'), ['String'], name);
  parser.free.add(name, position);
  return { kind: 'variable', name };
}

/** Errors of the bindings come first, then those of the body. */
function parseLet(input: Obj, position: Position, parser: Parser): Expression {
  const bound = new Set<string>();
  const bindings: Binding[] = [];
  let body: Expression = { kind: 'literal', value: null };
  const parts = [
    ...letBindings(valueOf(input, 'let'), position, parser),
    (): undefined => {
      const [parsed, free] = parser.apart(() => part(input, 'in', position, parser));
      parser.free.merge(free, bound);
      body = parsed;
    },
  ];
  collect(parts, (parse) => {
    const binding = parse();
    if (binding === undefined) return;
    const [name, value] = binding;
    const [parsed, free] = parser.apart(() => value());
    parser.free.merge(free, bound);
    bound.add(name);
    bindings.push([name, parsed]);
  });
  return { kind: 'let', bindings, body };
}

type LetPart = () => readonly [name: string, value: () => Expression] | undefined;

/** The bindings of a `let`, each still to be parsed; one that is no binding throws when its turn comes. */
function letBindings(input: Data, position: Position, parser: Parser): readonly LetPart[] {
  const place = position.at('let');
  if (isArray(input))
    return input.map((item, index) => () => {
      const [entry, ...others] = item instanceof Obj ? item.entries : [];
      if (entry === undefined || others.length > 0)
        throw expectedExpression(place.at(index), ['Object'], item);
      const [name, value] = entry;
      return [name, () => parser.expression(value, place.at(index).at(name))];
    });
  if (!(input instanceof Obj)) return [failing(expectedExpression(place, ['Array'], input))];
  try {
    const { entries } = literalKeys(input, position, place, parser);
    return entries.map(([name, value]) => () => [name, () => parser.expression(value, place.at(name))]);
  } catch (error) {
    return [failing(error)];
  }
}

function failing(error: unknown): LetPart {
  return () => {
    throw error;
  };
}

/** The keys and values of an object that is not query position: `@obj` around it says no more than that; a tag is refused. */
function literalKeys(input: Obj, position: Position, place: Position, parser: Parser): Obj {
  const tagged = parser.tag(input, place);
  if (tagged === undefined) return input;
  if (tagged instanceof Obj) return tagged;
  throw expectedExpression(position, ['Object'], tagged);
}

function parseIf(input: Obj, position: Position, parser: Parser): Expression {
  const condition = part(input, 'if', position, parser);
  const whenTrue = part(input, 'then', position, parser);
  const whenFalse = part(input, 'else', position, parser);
  return { kind: 'if', condition, whenTrue, whenFalse, position };
}

function parseQuote(input: Obj, position: Position, parser: Parser): Expression {
  return { kind: 'literal', value: parser.quoted(valueOf(input, 'quote'), position.at('quote')) };
}

function parseObject(input: Obj, position: Position, parser: Parser): Expression {
  const content = valueOf(input, 'object');
  const place = position.at('object');
  if (!(content instanceof Obj)) throw expectedExpression(place, ['Object'], content);
  const { entries } = literalKeys(content, position, place, parser);
  return {
    kind: 'object',
    entries: entries.map(([key, value]): Binding => [key, parser.expression(value, place.at(key))]),
  };
}

function parseDo(input: Obj, position: Position, parser: Parser): Expression {
  const content = valueOf(input, 'do');
  if (!isArray(content)) throw expectedExpression(position.at('do'), ['Array'], content);
  return { kind: 'do', items: list(content, position.at('do'), parser) };
}

function junction(kind: 'and' | 'or'): SpecialForm {
  return (input, position, parser) => {
    const content = valueOf(input, kind);
    const items = isArray(content)
      ? list(content, position.at(kind), parser)
      : [parser.expression(content, position.at(kind))];
    return { kind, items, position };
  };
}

function list(items: readonly Data[], position: Position, parser: Parser): readonly Expression[] {
  if (items.length === 0) throw invalidExpression(position, 'Expression list cannot be empty.');
  return items.map((item, index) => parser.expression(item, position.at(index)));
}

function selection(name: SelectExpression['name']): SpecialForm {
  return (input, position, parser) => ({
    kind: 'select',
    name,
    path: part(input, name, position, parser),
    from: part(input, 'from', position, parser),
    all: input.has('all') ? part(input, 'all', position, parser) : undefined,
    default: input.has('default') ? part(input, 'default', position, parser) : undefined,
    position,
  });
}

/** The argument under a key, parsed. */
function part(input: Obj, key: string, position: Position, parser: Parser): Expression {
  return parser.expression(valueOf(input, key), position.at(key));
}

function valueOf(input: Obj, key: string): Data {
  const value = input.get(key);
  return value === undefined ? null : value;
}
