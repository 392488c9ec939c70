import { build, type RefValue } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { UNSAID } from '../../decode/elided.ts';
import { nativeId } from '../../native-names.ts';
import { namedCollection } from '../../project/said-ref.ts';
import { isSetFunction } from '../../project/set-function.ts';
import { MOST_LEVELS } from '../read-place.ts';
import type { RefTraits } from '../../traits.ts';
import { endOfRun, NAME, WORD } from './characters.ts';

const UNSAID_DATABASE = build.unsaid(UNSAID.database);
/** Levels of calls that a ref in a ref takes at most. */
const STEP = 2;
const CAPITAL = /^[A-Z]/;
/** Functions whose calls are no native collections. */
const OTHERS: ReadonlySet<string> = new Set(['Ref', 'Time', 'Date', 'Bytes', 'Query', 'SetRef']);

/** Reads refs with ordinary names, from 2.1.0 on: `Ref(Collection("users"), "1")`. Each throws `ReadFailure` for any other. */
export class CallRefs {
  readonly #reader: TextReader;
  readonly #refs: RefTraits & { readonly style: 'call' };
  /** Native collections by the function that prints what is in them. */
  readonly #natives: ReadonlyMap<string, string>;
  /** The collection that was read last: its text, what it is, and at which level it can be read. */
  #collection: { readonly text: string; readonly ref: RefValue; readonly level: number } | undefined;

  constructor(reader: TextReader, refs: RefTraits & { readonly style: 'call' }) {
    this.#reader = reader;
    this.#refs = refs;
    this.#natives = new Map(Object.entries(refs.named).map(([native, name]) => [name, native]));
  }

  /** The native collection whose children a function prints; `undefined`: it is another function. */
  nativeOf(name: string): string | undefined {
    return this.#natives.get(name);
  }

  /** The rest of `Ref(Tokens(), "1")`, after the bracket. */
  document(level: number): RefValue {
    const { databases } = this.#refs;
    const collection = this.#collectionOf(level);
    this.#reader.expect(', "');
    const id = this.#name();
    this.#reader.expect('")');
    return databases === 'moved' && collection.collection === undefined
      ? build.ref(id, build.ref(collection.id), collection.database)
      : { kind: 'ref', id, collection, database: UNSAID_DATABASE };
  }

  /** The rest of `Index("i")`, `Index("i", Database("d"))`, after the bracket. */
  named(native: string, level: number): RefValue {
    const reader = this.#reader;
    reader.expect('"');
    const id = this.#name();
    const collection = namedCollection(native, id, this.#refs.checksNative);
    if (reader.takes('")')) return build.ref(id, collection);
    reader.expect('", ');
    const database = this.#database(level);
    reader.expect(')');
    return build.ref(id, collection, database);
  }

  /** Whether a function prints a native collection. */
  isNative(name: string): boolean {
    if (OTHERS.has(name) || isSetFunction(name) || !CAPITAL.test(name)) return false;
    return !this.#refs.spellsProviders || name !== 'Access_providers';
  }

  /** The rest of `Tokens()`, `Tokens(Database("d"))`, after its name. */
  native(name: string, level: number): RefValue {
    const reader = this.#reader;
    const id = nativeId(name, this.#refs.spellsProviders);
    if (reader.takes('()')) return build.ref(id);
    reader.expect('(');
    const database = this.#database(level);
    reader.expect(')');
    return build.ref(id, undefined, database);
  }

  #database(level: number): RefValue {
    this.#reader.expect('Database(');
    return this.named('databases', this.#deeper(level));
  }

  #collectionOf(level: number): RefValue {
    const reader = this.#reader;
    const { offset: start } = reader;
    const last = this.#collection;
    if (last !== undefined && last.level >= level && reader.takes(last.text)) return last.ref;
    const ref = this.#ref(this.#deeper(level));
    if (this.#isNamedIn(ref)) return reader.fail('the text as the driver prints it', start);
    this.#collection = { text: reader.text.slice(start, reader.offset), ref, level };
    return ref;
  }

  #ref(level: number): RefValue {
    const reader = this.#reader;
    const { text, offset: start } = reader;
    reader.offset = endOfRun(text, start, WORD);
    const name = text.slice(start, reader.offset);
    const native = this.#natives.get(name);
    if (native === undefined && name !== 'Ref')
      return this.isNative(name) ? this.native(name, level) : reader.fail('a ref', start);
    reader.expect('(');
    return native === undefined ? this.document(level) : this.named(native, level);
  }

  /** Whether children of a collection print with a function of their own; like in the driver, inherited names count. */
  #isNamedIn({ id, collection }: RefValue): boolean {
    const { named, checksNative } = this.#refs;
    return (
      typeof id !== 'string' ||
      ((collection === undefined || !checksNative) && Reflect.get(named, id) !== undefined)
    );
  }

  /** An ordinary name that is not empty, up to its closing quote. */
  #name(): string {
    const { text, offset: start } = this.#reader;
    this.#reader.offset = endOfRun(text, start, NAME);
    return this.#reader.offset > start ? text.slice(start, this.#reader.offset) : this.#reader.fail('a name');
  }

  #deeper(level: number): number {
    return level + STEP < MOST_LEVELS ? level + STEP : this.#reader.fail('a ref nested less deeply');
  }
}
