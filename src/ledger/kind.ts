import type * as fc from 'fast-check';
import { fromWire, readJson, type Value } from '../value/index.ts';

/** A row of the ledger: a kind of values, with the values that it is judged by. */
export interface Kind {
  readonly name: string;
  /** What is in it, in a few words for tables. */
  readonly about: string;
  /** Values that are always tried: what some printer was seen to get wrong, and its nearest kin. The first are the smallest. */
  readonly directed: readonly Value[];
  /** What nobody thought of; absent: the directed values are all that there are. */
  readonly arbitrary?: fc.Arbitrary<Value>;
  /** A value of this kind is always a whole result. */
  readonly topOnly?: true;
  /**
   * The `kind`s of value that this row answers for: of an object, what happens to objects, not what happens to the numbers
   * in them. Absent: whatever happens to the value.
   */
  readonly concerns?: readonly Value['kind'][];
}

/** Values written as the database writes them; most of a kind's values are easiest to read so. */
export function wire(...texts: readonly string[]): readonly Value[] {
  return texts.map((text) => {
    const reading = readJson(text);
    if (!reading.ok) throw new SyntaxError(`A value of the ledger is no JSON: ${text}`);
    return fromWire(reading.json);
  });
}
