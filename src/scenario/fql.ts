/**
 * FQL in TypeScript: functions named and used as on the documentation's pages, giving the wire JSON that every driver's
 * query builder should produce. Plain values stand for themselves: a whole `number` and a `bigint` are 64-bit integers, an
 * object literal is an FQL object, never a call.
 */
import { JsonNumber, JsonObject, jsonObject, type Json } from '../value/index.ts';

/** An FQL expression in wire form. */
export type Expr = Json;

/** Whatever may stand where FQL wants an expression. */
export type Arg = Expr | number | bigint | readonly Arg[] | { readonly [key: string]: Arg };

/** The wire form of an argument: literals as they are, object literals under `object`. */
export function expr(arg: Arg): Expr {
  if (arg === null || typeof arg === 'string' || typeof arg === 'boolean') return arg;
  if (typeof arg === 'bigint') return new JsonNumber(arg.toString());
  if (typeof arg === 'number')
    return new JsonNumber(Number.isInteger(arg) ? BigInt(arg).toString() : String(arg));
  if (arg instanceof JsonNumber || arg instanceof JsonObject) return arg;
  if (isList(arg)) return arg.map(expr);
  return form({ object: new JsonObject(Object.entries(arg).map(([key, value]) => [key, expr(value)])) });
}

function isList(arg: object): arg is readonly Arg[] {
  return Array.isArray(arg);
}

function form(members: Readonly<Record<string, Expr | undefined>>): JsonObject {
  return jsonObject(members);
}

function maybe(arg: Arg | undefined): Expr | undefined {
  return arg === undefined ? undefined : expr(arg);
}

// Literals
export const Double = (text: string): Expr => new JsonNumber(text);
export const Bytes = (base64: string): Expr => form({ '@bytes': base64 });
export const Timestamp = (text: string): Expr => form({ '@ts': text });
export const Day = (text: string): Expr => form({ '@date': text });

/** An object literal whose keys keep this order, integer-like ones too. */
export const Obj = (entries: readonly (readonly [string, Arg])[]): Expr =>
  form({ object: new JsonObject(entries.map(([key, value]) => [key, expr(value)])) });

// Basic forms
export const Let = (bindings: Readonly<Record<string, Arg>>, body: Arg): Expr =>
  form({
    let: Object.entries(bindings).map(([name, value]) => form({ [name]: expr(value) })),
    in: expr(body),
  });
export const Var = (name: string): Expr => form({ var: name });
export const Do = (...expressions: readonly Arg[]): Expr => form({ do: expressions.map(expr) });
export const If = (condition: Arg, then: Arg, otherwise: Arg): Expr =>
  new JsonObject([
    ['if', expr(condition)],
    ['then', expr(then)],
    ['else', expr(otherwise)],
  ]);
export const Lambda = (name: string, body: Arg): Expr => form({ lambda: name, expr: expr(body) });
export const Abort = (message: string): Expr => form({ abort: message });
export const Call = (name: Arg, args?: Arg): Expr => form({ call: expr(name), arguments: maybe(args) });
export const CreateFunction = (params: Arg): Expr => form({ create_function: expr(params) });
export const Add = (...numbers: readonly Arg[]): Expr => form({ add: numbers.map(expr) });
export const Multiply = (...numbers: readonly Arg[]): Expr => form({ multiply: numbers.map(expr) });
export const Pow = (base: Arg, exponent: Arg): Expr => form({ pow: expr(base), exp: expr(exponent) });
export const Query = (lambda: Expr): Expr => form({ query: lambda });
export const Select = (path: Arg, from: Arg): Expr => form({ select: expr(path), from: expr(from) });
export const Equals = (...values: readonly Arg[]): Expr => form({ equals: values.map(expr) });
export const Map = (collection: Arg, lambda: Expr): Expr =>
  form({ map: lambda, collection: expr(collection) });
export const Merge = (object: Arg, other: Arg): Expr => form({ merge: expr(object), with: expr(other) });

// Refs
export const Collection = (name: Arg, scope?: Arg): Expr =>
  form({ collection: expr(name), scope: maybe(scope) });
/** The name of `Collection` until API version 2.6; every driver still has it. */
export const Class = (name: Arg, scope?: Arg): Expr => form({ class: expr(name), scope: maybe(scope) });
export const Database = (name: Arg, scope?: Arg): Expr => form({ database: expr(name), scope: maybe(scope) });
export const Index = (name: Arg, scope?: Arg): Expr => form({ index: expr(name), scope: maybe(scope) });
export const Ref = (collection: Arg, id: Arg): Expr => form({ ref: expr(collection), id: expr(id) });
export const Tokens = (): Expr => form({ tokens: null });
export const Keys = (): Expr => form({ keys: null });
export const Credentials = (): Expr => form({ credentials: null });
export const Collections = (scope: Arg = null): Expr => form({ collections: expr(scope) });

// Documents
export const Create = (collection: Arg, params: Arg): Expr =>
  form({ create: expr(collection), params: expr(params) });
export const Get = (ref: Arg): Expr => form({ get: expr(ref) });
export const Exists = (ref: Arg): Expr => form({ exists: expr(ref) });
export const Update = (ref: Arg, params: Arg): Expr => form({ update: expr(ref), params: expr(params) });
export const Replace = (ref: Arg, params: Arg): Expr => form({ replace: expr(ref), params: expr(params) });
export const Delete = (ref: Arg): Expr => form({ delete: expr(ref) });
export const CreateCollection = (params: Arg): Expr => form({ create_collection: expr(params) });
export const CreateDatabase = (params: Arg): Expr => form({ create_database: expr(params) });
export const CreateIndex = (params: Arg): Expr => form({ create_index: expr(params) });
export const CreateKey = (params: Arg): Expr => form({ create_key: expr(params) });

// Sets
export const Match = (index: Arg, terms?: Arg): Expr => form({ match: expr(index), terms: maybe(terms) });
export const Documents = (collection: Arg): Expr => form({ documents: expr(collection) });
export const Union = (...sets: readonly Arg[]): Expr => form({ union: sets.map(expr) });
export const Paginate = (
  set: Arg,
  options: { readonly size?: number; readonly events?: boolean } = {},
): Expr => form({ paginate: expr(set), size: maybe(options.size), events: options.events });

// Authentication
export const Login = (identity: Arg, params: Arg): Expr =>
  form({ login: expr(identity), params: expr(params) });
export const Logout = (allTokens: boolean): Expr => form({ logout: allTokens });
export const Identify = (identity: Arg, password: Arg): Expr =>
  form({ identify: expr(identity), password: expr(password) });
export const CurrentIdentity = (): Expr => form({ current_identity: null });
export const HasCurrentIdentity = (): Expr => form({ has_current_identity: null });
export const CurrentToken = (): Expr => form({ current_token: null });
export const HasCurrentToken = (): Expr => form({ has_current_token: null });
export const KeyFromSecret = (secret: Arg): Expr => form({ key_from_secret: expr(secret) });

// Time and conversion
export const Now = (): Expr => form({ now: null });
export const Time = (text: Arg): Expr => form({ time: expr(text) });
export const TimeAdd = (time: Arg, offset: Arg, unit: string): Expr =>
  form({ time_add: expr(time), offset: expr(offset), unit });
export const ToInteger = (value: Arg): Expr => form({ to_integer: expr(value) });
export const ToDouble = (value: Arg): Expr => form({ to_double: expr(value) });
