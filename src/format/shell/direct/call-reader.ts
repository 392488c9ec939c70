import { build, type RefValue, type Value } from '../../../value/index.ts';
import { UNSAID } from '../../js/decode/elided.ts';
import { namedCollection } from '../../js/project/said-ref.ts';
import { endOfRun, NAME } from '../../js/read/direct/characters.ts';
import { NAMED } from '../stringify/ref.ts';
import { DirectReader } from './direct-reader.ts';

const UNSAID_DATABASE = build.unsaid(UNSAID.database);
/** Native collections by how the ref of a child begins. */
const NATIVES = Object.entries(NAMED).map(([native, name]) => ({ native, opening: `${name}("` }));

/** Reads what `stringify` writes: refs, times and dates are calls. */
export class CallReader extends DirectReader {
  /** The collection that was read last: its text, what it is, and at which level it can be read. */
  #collection: { readonly text: string; readonly ref: RefValue; readonly level: number } | undefined;

  protected named(level: number): Value {
    if (this.takes('Time("')) return this.#time();
    return this.takes('Date("') ? { kind: 'date', text: this.#id() } : this.#ref(this.deeper(level));
  }

  #time(): Value {
    const text = this.#id();
    return text.endsWith('Z') ? { kind: 'ts', text } : this.fail('a time in Z');
  }

  /** Reads what `saidRef` makes of a ref. */
  #ref(level: number): RefValue {
    if (this.takes('Ref("')) return build.ref(this.#id(), undefined, UNSAID_DATABASE);
    if (!this.takes('Ref(')) return this.#child(level);
    const collection = this.#collectionOf(level);
    this.expect(', "');
    return { kind: 'ref', id: this.#id(), collection, database: UNSAID_DATABASE };
  }

  #collectionOf(level: number): RefValue {
    const { offset: start } = this;
    const last = this.#collection;
    if (last !== undefined && last.level >= level && this.takes(last.text)) return last.ref;
    const ref = this.#ref(this.deeper(level));
    // Its children would be printed with a function of their own; like in the shell, inherited names are found, too.
    if (typeof ref.id !== 'string' || Reflect.get(NAMED, ref.id) !== undefined)
      return this.fail('the text as the shell prints it', start);
    this.#collection = { text: this.text.slice(start, this.offset), ref, level };
    return ref;
  }

  /** A child of a native collection: `Class("a")`, `Class("a", Database("d"))`. */
  #child(level: number): RefValue {
    const { native, opening } = NATIVES.find((one) => this.sees(one.opening)) ?? this.fail('a value');
    this.expect(opening);
    const id = this.#name();
    const collection = namedCollection(native, id, false);
    // The keys of another database are those of `Keys(Database("d"))`.
    const parent = native === 'keys' ? { ...collection, database: UNSAID_DATABASE } : collection;
    if (this.takes('")')) return build.ref(id, parent);
    this.expect('", ');
    if (!this.sees('Database("')) this.fail('a database');
    const database = this.#child(this.deeper(level));
    this.expect(')');
    return build.ref(id, parent, database);
  }

  /** The rest of what ends with an id: `1")`. */
  #id(): string {
    const id = this.#name();
    this.expect('")');
    return id;
  }

  /** An ordinary name that is not empty, up to its closing quote. */
  #name(): string {
    const { text, offset: start } = this;
    this.offset = endOfRun(text, start, NAME);
    const name = text.slice(start, this.offset);
    // Dollar signs have a meaning when the text is put in.
    return name === '' || name.includes('$') ? this.fail('an ordinary name', start) : name;
  }
}
