import { SPREADING, functionName } from './function-name.ts';
import { LostTermStandIn, StandIn, asText } from './stand-in.ts';

/**
 * The text of an FQL expression or of a set's parameters, as the driver writes it (faunadb 4.8.2, src/Expr.js): the first
 * member names the function, the values of all members are its arguments, and a dozen functions have forms of their own.
 * One of its oddities matters every day: a *single* special value as a term of `match` is looked up in a member that
 * special values do not have, so `Match(Index("i"), undefined)` is printed for any ref, date, time or bytes.
 * @throws TypeError where the driver does: `{}`, and first members named like `Object.prototype`'s.
 */
export function printExpression(expression: unknown, caller?: string): string {
  if (expression instanceof StandIn) return expression.toString();
  if (isMarkedExpression(expression)) return printMarked(expression);
  if (typeof expression === 'string') return JSON.stringify(expression);
  if (typeof expression !== 'object' || expression === null) return String(expression);
  if (Array.isArray(expression)) {
    const items = list(expression);
    return caller !== undefined && SPREADING.has(caller) ? items : `[${items}]`;
  }
  // The driver finds `filter` in an array of bytes, a method there, in that `call`, in that `call` and so on.
  if (expression instanceof Uint8Array) throw new RangeError('Maximum call stack size exceeded');
  return printCall(new Map(Object.entries(expression)));
}

type Members = ReadonlyMap<string, unknown>;

function printCall(members: Members): string {
  const text = (key: string): string => printExpression(members.get(key));
  if (members.has('match')) return printMatch(members);
  if (members.has('paginate')) {
    const rest = [...members].filter(([key]) => key !== 'paginate');
    return rest.length === 0
      ? `Paginate(${text('paginate')})`
      : `Paginate(${text('paginate')}, ${printMembers(rest)})`;
  }
  if (members.has('let') && members.has('in')) {
    const bindings: unknown = members.get('let');
    const bound = Array.isArray(bindings)
      ? `[${bindings.map(printObject).join(', ')}]`
      : printObject(bindings);
    return `Let(${bound}, ${text('in')})`;
  }
  if (members.has('object')) return printObject(members.get('object'));
  if (members.has('merge'))
    return members.get('lambda')
      ? `Merge(${text('merge')}, ${text('with')}, ${text('lambda')})`
      : `Merge(${text('merge')}, ${text('with')})`;
  if (members.has('lambda')) return `Lambda(${text('lambda')}, ${text('expr')})`;
  if (members.has('filter')) return `Filter(${text('collection')}, ${text('filter')})`;
  if (members.has('call')) return `Call(${text('call')}, ${text('arguments')})`;
  if (members.has('map')) return `Map(${text('collection')}, ${text('map')})`;
  if (members.has('foreach')) return `Foreach(${text('collection')}, ${text('foreach')})`;
  return printPlainCall(members);
}

function printPlainCall(members: Members): string {
  const [first] = members.keys();
  const name = functionName(first);
  const args = [...members.values()].filter((value) => value !== null || members.size > 1);
  return `${name}(${args.map((value) => printExpression(value, name)).join(', ')})`;
}

function printMatch(members: Members): string {
  const match = printExpression(members.get('match'));
  const given: unknown = members.get('terms') || [];
  const terms = given instanceof StandIn ? new LostTermStandIn() : unmarked(given);
  return Array.isArray(terms) && terms.length === 0
    ? `Match(${match})`
    : `Match(${match}, ${printExpression(terms)})`;
}

function printObject(object: unknown): string {
  if (object === null || object === undefined)
    throw new TypeError('Cannot convert undefined or null to object');
  return printMembers(Object.entries(object));
}

function printMembers(members: readonly (readonly [string, unknown])[]): string {
  return `{${members.map(([key, value]) => `"${key}": ${printExpression(value)}`).join(', ')}}`;
}

function list(items: readonly unknown[]): string {
  return items.map((item) => printExpression(item)).join(', ');
}

/** The driver takes any object with a true `_isFaunaExpr` for one of its own, a user's too. */
function isMarkedExpression(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Boolean(Reflect.get(value, '_isFaunaExpr'));
}

function printMarked(expression: object): string {
  return 'value' in expression ? asText(expression) : printExpression(Reflect.get(expression, 'raw'));
}

function unmarked(terms: unknown): unknown {
  return isMarkedExpression(terms) ? Reflect.get(terms, 'raw') : terms;
}
