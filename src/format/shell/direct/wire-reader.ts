import { build, type RefValue, type Value } from '../../../value/index.ts';
import { CLOSE_OBJECT, OPEN_OBJECT } from '../../js/read/direct/characters.ts';
import { DirectReader } from './direct-reader.ts';

/** Reads what `jsonFormat` writes: all values of the driver's classes stand as the wire has them. */
export class WireReader extends DirectReader {
  /** The collection that was read last: its text, what it is, and at which level it can be read. */
  #collection: { readonly text: string; readonly ref: RefValue; readonly level: number } | undefined;

  protected override tagged(level: number): Value | undefined {
    if (this.takes('"@ref":')) return this.#ref(level);
    if (this.takes('"@ts":')) return this.#time();
    if (this.takes('"@date":')) return { kind: 'date', text: this.spacedString() };
    return super.tagged(level);
  }

  protected named(): Value {
    return this.fail('a value');
  }

  #time(): Value {
    const text = this.spacedString();
    return text.endsWith('Z') ? { kind: 'ts', text } : this.fail('a time in Z');
  }

  /** The members of a ref, in the order in which the driver makes them. */
  #ref(level: number): RefValue {
    this.takesNext(OPEN_OBJECT);
    this.next();
    this.expect('"id":');
    const id = this.spacedString();
    if (id === '') this.fail('an id');
    if (!this.goesOn(CLOSE_OBJECT)) return { kind: 'ref', id };
    this.next();
    const collection = this.takes('"collection":') ? this.#collectionOf(level) : undefined;
    if (collection !== undefined && !this.goesOn(CLOSE_OBJECT)) return { kind: 'ref', id, collection };
    this.next();
    this.expect('"database":');
    const database = this.#part(level);
    if (this.goesOn(CLOSE_OBJECT)) this.fail('"}"');
    return build.ref(id, collection, database);
  }

  #collectionOf(level: number): RefValue {
    this.next();
    const last = this.#collection;
    if (last !== undefined && last.level >= level && this.takes(last.text)) return last.ref;
    const { offset: start } = this;
    const ref = this.#part(level);
    this.#collection = { text: this.text.slice(start, this.offset), ref, level };
    return ref;
  }

  /** A ref that stands in another one. */
  #part(level: number): RefValue {
    this.takesNext(OPEN_OBJECT);
    this.next();
    this.expect('"@ref":');
    const ref = this.#ref(this.deeper(level));
    this.takesNext(CLOSE_OBJECT);
    return ref;
  }
}
