import { build, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';

/**
 * A token of Go's JSON decoder. What is tagged on the wire and decodes as one value, whatever stands around it, is one token
 * here; a query brings the end of its object with it.
 */
type Token =
  | { readonly kind: '{' | '}' | '[' | ']' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Value };

/** Members of which one that comes first decides what an object is taken for (`parseSpecialObject`). */
const TAGS = new Set(['@ref', '@date', '@ts', '@bytes', '@query']);

/**
 * Decodes as the Go driver's parser does, token by token (`faunadb/json.go`). What goes wrong there: an object whose first key
 * is empty is taken for an empty object, and its members for what follows it; a user's own first key that is a tag is taken
 * for one; up to v2.0.0 a query ends the object around it twice, so that what follows goes to the object outside.
 * @param queryEndsTwice Whether the end of a query's object is left for whoever reads on.
 * @throws UnprintableValue where decoding fails.
 */
export function decodeTokens(
  value: Value,
  queryEndsTwice: boolean,
  decodeOne: (value: Value) => Value,
): Value {
  // The answer's own object stands around the value, and takes part in the confusion.
  const tokens: Token[] = [];
  pushTokens(build.obj([['resource', value]]), tokens, queryEndsTwice);
  const decoded = new Parser(tokens, decodeOne).next();
  const found = decoded.kind === 'object' ? decoded.entries.find(([key]) => key === 'resource') : undefined;
  if (found === undefined) throw new UnprintableValue('decode', 'Error while extracting path: resource');
  return found[1];
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #decodeOne: (value: Value) => Value;
  #at = 0;

  constructor(tokens: readonly Token[], decodeOne: (value: Value) => Value) {
    this.#tokens = tokens;
    this.#decodeOne = decodeOne;
  }

  /** `parseNext` */
  next(): Value {
    const token = this.#take();
    switch (token?.kind) {
      case '{':
        return this.#object();
      case '[':
        return this.#array();
      case 'text':
        return build.str(token.text);
      case 'value':
        return this.#decodeOne(token.value);
      default:
        throw wrongToken('a literal', token);
    }
  }

  /** `parseSpecialObject` and `parseObject` */
  #object(): Value {
    const entries: Entry[] = [];
    if (!this.#hasMore()) return build.obj(entries);
    let key = this.#string();
    if (key === '@obj') return build.obj(this.#singleObject());
    if (key === '@set') return build.set(this.#singleObject());
    if (TAGS.has(key)) throw this.#falseTag();
    // Here the parser returns without having read the member's value.
    if (key === '') return build.obj(entries);
    for (;;) {
      entries.push([key, this.next()]);
      if (!this.#hasMore()) return build.obj(entries);
      key = this.#string();
    }
  }

  #array(): Value {
    const items: Value[] = [];
    while (this.#hasMore()) items.push(this.next());
    return build.arr(items);
  }

  /** `readSingleObject` */
  #singleObject(): readonly Entry[] {
    const inner = this.next();
    if (this.#hasMore()) throw wrongToken('end of array or object', this.#take());
    if (inner.kind !== 'object') throw refused('Expected a single object but got');
    return inner.entries;
  }

  /** What a user's tag is read as is no object, which is what `@obj` must have inside. */
  #falseTag(): UnprintableValue {
    this.next();
    return this.#hasMore()
      ? wrongToken('end of array or object', this.#take())
      : refused('Expected a single object but got');
  }

  #string(): string {
    const token = this.#take();
    if (token?.kind !== 'text') throw wrongToken('a string', token);
    return token.text;
  }

  /** False at a closing bracket of either kind, or at the end; the bracket is then taken. */
  #hasMore(): boolean {
    const kind = this.#tokens[this.#at]?.kind;
    if (kind !== undefined && kind !== '}' && kind !== ']') return true;
    this.#at += 1;
    return false;
  }

  #take(): Token | undefined {
    this.#at += 1;
    return this.#tokens[this.#at - 1];
  }
}

function pushTokens(value: Value, tokens: Token[], queryEndsTwice: boolean): void {
  const inner = (item: Value): void => pushTokens(item, tokens, queryEndsTwice);
  const members = (entries: readonly Entry[]): void => {
    tokens.push({ kind: '{' });
    for (const [key, item] of entries) {
      tokens.push({ kind: 'text', text: key });
      inner(item);
    }
    tokens.push({ kind: '}' });
  };
  const tagged = (tag: string, entries: readonly Entry[]): void => {
    tokens.push({ kind: '{' }, { kind: 'text', text: tag });
    members(entries);
    tokens.push({ kind: '}' });
  };
  switch (value.kind) {
    case 'string':
      tokens.push({ kind: 'text', text: value.value });
      return;
    case 'array':
      tokens.push({ kind: '[' });
      value.items.forEach(inner);
      tokens.push({ kind: ']' });
      return;
    case 'object': {
      const entries = value.ordered === false ? likelyOrder(value.entries) : value.entries;
      if (value.entries.some(([key]) => key.startsWith('@'))) tagged('@obj', entries);
      else members(entries);
      return;
    }
    case 'set':
      tagged('@set', value.entries);
      return;
    case 'query':
      tokens.push({ kind: 'value', value });
      if (queryEndsTwice) tokens.push({ kind: '}' });
      return;
    default:
      tokens.push({ kind: 'value', value });
  }
}

/** An object without an order may have had any of its keys first and any last: the order that does least harm. */
function likelyOrder(entries: readonly Entry[]): readonly Entry[] {
  const rank = ([key, value]: Entry): number =>
    hasQuery(value) ? 2 : key === '' || key.startsWith('@') ? 1 : 0;
  return [...entries].sort((left, right) => rank(left) - rank(right));
}

/** Whether there is a query somewhere inside. */
function hasQuery(value: Value): boolean {
  if (value.kind === 'query') return true;
  if (value.kind === 'array') return value.items.some(hasQuery);
  return (
    (value.kind === 'object' || value.kind === 'set') && value.entries.some(([, item]) => hasQuery(item))
  );
}

/** `%#v` of a token: a bracket is its number. */
function wrongToken(expected: string, token: Token | undefined): UnprintableValue {
  return refused(`Expected ${expected} but got ${tokenText(token)}`);
}

function tokenText(token: Token | undefined): string {
  if (token === undefined) return '<nil>';
  if (token.kind === 'text') return JSON.stringify(token.text);
  if (token.kind !== 'value') return String(token.kind.charCodeAt(0));
  const { value } = token;
  if (value.kind === 'null') return '<nil>';
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind === 'long' || value.kind === 'double') return `"${value.value}"`;
  return String('{'.charCodeAt(0));
}

function refused(like: string): UnprintableValue {
  return new UnprintableValue('decode', like);
}
