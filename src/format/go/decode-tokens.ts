import { build, type Entry, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';

/** A token of Go's JSON decoder; what is tagged on the wire and decodes as one value is one token here. */
type Token =
  | { readonly kind: '{' | '}' | '[' | ']' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Value };

/** Whether an object in the value has an empty key first, which throws the decoder off. */
export function hasEmptyFirstKey(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(hasEmptyFirstKey);
  if (value.kind !== 'object' && value.kind !== 'set') return false;
  const [first, ...others] = value.entries;
  const unordered = value.kind === 'object' && value.ordered === false && others.length > 0;
  return (first?.[0] === '' && !unordered) || value.entries.some(([, inner]) => hasEmptyFirstKey(inner));
}

/**
 * Decodes as the Go driver's parser does, token by token (v4.3.1, `faunadb/json.go`): an object whose first key is empty is
 * taken for an empty object, and its members for what follows it. Within an array they become elements; elsewhere decoding
 * fails or goes on with what should have been the end.
 * @throws UnprintableValue where it fails.
 */
export function decodeTokens(value: Value, decodeOne: (value: Value) => Value): Value {
  // The answer's own object stands around the value, and takes part in the confusion.
  const answer = build.obj([['resource', value]]);
  const decoded = new Parser(tokensOf(answer), decodeOne).next();
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
        throw wrongToken('a literal');
    }
  }

  /** `parseSpecialObject` and `parseObject` */
  #object(): Value {
    const entries: Entry[] = [];
    if (!this.#hasMore()) return build.obj(entries);
    let key = this.#string();
    if (key === '@obj') {
      const inner = this.next();
      if (this.#hasMore()) throw wrongToken('end of array or object');
      return inner;
    }
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

  #string(): string {
    const token = this.#take();
    if (token?.kind !== 'text') throw wrongToken('a string');
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

function tokensOf(value: Value): Token[] {
  if (value.kind === 'string') return [{ kind: 'text', text: value.value }];
  if (value.kind === 'array') return [{ kind: '[' }, ...value.items.flatMap(tokensOf), { kind: ']' }];
  if (value.kind !== 'object') return [{ kind: 'value', value }];
  const members = value.entries.flatMap(([key, inner]): Token[] => [
    { kind: 'text', text: key },
    ...tokensOf(inner),
  ]);
  const object: Token[] = [{ kind: '{' }, ...members, { kind: '}' }];
  const escaped = value.entries.some(([key]) => key.startsWith('@'));
  return escaped ? [{ kind: '{' }, { kind: 'text', text: '@obj' }, ...object, { kind: '}' }] : object;
}

function wrongToken(expected: string): UnprintableValue {
  return new UnprintableValue('decode', `Expected ${expected} but got something else`);
}
