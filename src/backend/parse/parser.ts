import { apiVersion, newer } from '../eval/version.ts';
import { both } from '../eval/both.ts';
import { collect } from '../eval/collect.ts';
import { expectedExpression, invalidExpression } from './parse-error.ts';
import { findForm } from './form-index.ts';
import { FreeVariables } from './free-variables.ts';
import { givenRef } from './given-ref.ts';
import { isArray, isTagged, type Data } from '../data/data.ts';
import { Lambda, type Pattern } from '../data/lambda.ts';
import { Obj, type Entry } from '../data/obj.ts';
import { QueryFailure } from '../eval/failure.ts';
import { readScalarTag } from './tags.ts';
import { readSetLiteral } from './set-literal.ts';
import { refPath } from './ref-path.ts';
import { resolveRef } from './resolve-ref.ts';
import { ROOT, type Position } from '../data/position.ts';
import { specialForm } from './special-forms.ts';
import type { ApiVersion } from '../core.ts';
import type { Context } from '../eval/context.ts';
import type { Expression, LambdaExpression } from './expression.ts';
import type { Form } from '../functions/form.ts';

/** The version that `@query` without one means, and the oldest that a lambda has (spec 2.6). */
const LAMBDA_VERSION: ApiVersion = '2.12';
const NOTHING_BOUND: ReadonlySet<string> = new Set();

/** Parses a whole query: finds all forms, then reports all variables that nothing binds. */
export function parseQuery(input: Data, context: Context): Expression {
  const parser = new Parser(context, context.version);
  const expression = parser.expression(input, ROOT);
  if (!parser.free.isEmpty) throw new QueryFailure(parser.free.errors());
  return expression;
}

/**
 * Turns JSON values into expressions (`expression`) or, where nothing is computed, into values (`quoted`). Wrong forms and
 * tags end it with one error; variables are collected in `free` and looked at when everything else is known to be right.
 */
export class Parser {
  readonly context: Context;
  readonly version: ApiVersion;
  /** Free variables of what was parsed so far. */
  free = new FreeVariables();

  constructor(context: Context, version: ApiVersion) {
    this.context = context;
    this.version = version;
  }

  /** A value in query position: an object is a form or a tag. Values that are no JSON stand for themselves. */
  expression(input: Data, position: Position): Expression {
    if (isArray(input))
      return { kind: 'array', items: input.map((item, index) => this.expression(item, position.at(index))) };
    if (!(input instanceof Obj)) return { kind: 'literal', value: input };

    const keys = input.entries.map(([key]) => key);
    const special = specialForm(keys, this.version);
    if (special !== undefined) return special(input, position, this);
    const form = findForm(keys, this.version);
    if (form !== undefined) return this.#form(form, input, position);

    const tagged = this.tag(input, position);
    if (tagged instanceof Obj) return this.expression(tagged, position.at('@obj'));
    if (tagged !== undefined) return { kind: 'literal', value: tagged };
    throw unknownForm(input, position);
  }

  /** A value that is not computed: tags become values, other objects and arrays stay. */
  quoted(input: Data, position: Position): Data {
    if (isArray(input)) return input.map((item, index) => this.quoted(item, position.at(index)));
    if (!(input instanceof Obj)) return input;
    const tagged = this.tag(input, position);
    if (tagged !== undefined && !(tagged instanceof Obj)) return tagged;
    return new Obj(
      (tagged ?? input).entries.map(([key, value]): Entry => [key, this.quoted(value, position.at(key))]),
    );
  }

  /**
   * The value of a tag (an object with that single key); the contents, unread, of `@obj`; `undefined` for any other object.
   */
  tag(input: Obj, position: Position): Data | undefined {
    const [entry, ...others] = input.entries;
    if (entry === undefined || others.length > 0 || !entry[0].startsWith('@')) return undefined;
    const [tag, content] = entry;
    switch (tag) {
      case '@obj':
        if (content instanceof Obj) return content;
        throw invalidExpression(position, 'Invalid object.');
      case '@ref':
        return this.#ref(content, position);
      case '@set':
        if (content instanceof Obj) return readSetLiteral(content, position, this);
        throw invalidExpression(position, 'Invalid set.');
      case '@query':
        return this.lambdaLiteral(content, position, LAMBDA_VERSION);
      default:
        return readScalarTag(tag, content, position);
    }
  }

  /** A place that wants a `lambda` form. */
  lambda(input: Data, position: Position): LambdaExpression {
    if (!(input instanceof Obj)) throw expectedExpression(position, ['Lambda'], input);
    const pattern = input.get('lambda');
    const body = input.get('expr');
    if (input.entries.length !== 2 || pattern === undefined || body === undefined)
      throw unknownForm(input, position);
    return this.#lambda(pattern, body, position);
  }

  /** A lambda as a value, with the version that it says or `version`; it must be closed. */
  lambdaLiteral(input: Data, position: Position, version: ApiVersion): Lambda {
    const invalid = invalidExpression(position, 'Invalid lambda.');
    if (!(input instanceof Obj)) throw invalid;
    const pattern = input.get('lambda');
    const body = input.get('expr');
    const given = input.get('api_version');
    const size = given === undefined ? 2 : 3;
    const own = given === undefined ? version : typeof given === 'string' ? apiVersion(given) : undefined;
    if (pattern === undefined || body === undefined || input.entries.length !== size || own === undefined)
      throw invalid;
    const parser = new Parser(this.context, own);
    const lambda = parser.#lambda(pattern, body, position);
    if (lambda.free.length > 0) throw invalid;
    return new Lambda(lambda.version, lambda.pattern, lambda.body, [], undefined);
  }

  /** Parses something apart and gives the free variables of it. */
  apart<T>(parse: () => T): readonly [T, FreeVariables] {
    const outer = this.free;
    this.free = new FreeVariables();
    try {
      return [parse(), this.free];
    } finally {
      this.free = outer;
    }
  }

  #form(form: Form, input: Obj, position: Position): Expression {
    const args = form.params.map(([key, { syntax }]) => {
      const argument = input.get(key);
      if (argument === undefined) return undefined;
      const place = position.at(key);
      if (syntax === 'lambda' || (syntax === 'lambda or expression' && isLambdaForm(argument)))
        return this.lambda(argument, place);
      return this.expression(argument, place);
    });
    return { kind: 'form', form, args, position };
  }

  #lambda(patternInput: Data, bodyInput: Data, position: Position): LambdaExpression {
    const [pattern, [body, free]] = both(
      () => readPattern(patternInput, position.at('lambda')),
      () => this.apart(() => this.expression(bodyInput, position.at('expr'))),
    );
    const unbound = new FreeVariables();
    unbound.merge(free, new Set(typeof pattern === 'string' ? [pattern] : pattern));
    this.free.merge(unbound, NOTHING_BOUND);
    const version = newer(this.version, LAMBDA_VERSION);
    return { kind: 'lambda', version, pattern, body, free: unbound.names };
  }

  #ref(content: Data, position: Position): Data {
    if (content instanceof Obj)
      return resolveRef(givenRef(content, position, this.version), position, this.context);
    const path = typeof content === 'string' ? refPath(content) : undefined;
    if (path?.kind !== 'ref') throw invalidExpression(position, 'Invalid ref.');
    return resolveRef(path.ref, position, this.context);
  }
}

function unknownForm(input: Obj, position: Position): QueryFailure {
  const keys = input.entries.map(([key]) => key).join(', ');
  return invalidExpression(position, `No form/function found, or invalid argument keys: { ${keys} }.`);
}

function isLambdaForm(input: Data): boolean {
  return (
    isTagged(input) &&
    input.kind === 'object' &&
    input.entries.length === 2 &&
    input.has('lambda') &&
    input.has('expr')
  );
}

function readPattern(input: Data, position: Position): Pattern {
  if (typeof input === 'string') return input;
  if (!isArray(input)) throw expectedExpression(position, ['String', 'Array'], input);
  return collect(input, (name, index) => {
    if (typeof name === 'string') return name;
    throw expectedExpression(position.at(index), ['String'], name);
  });
}
