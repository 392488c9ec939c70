import type { Value } from '../../../../value/index.ts';
import type { TextReader } from '../../../shared/text-reader.ts';
import { printsItself, type Dialect } from '../../dialect.ts';
import { print } from '../../print/print.ts';
import { firstChange } from '../first-change.ts';
import { MOST_LEVELS } from '../read-place.ts';
import { readSpecial } from '../read-special.ts';
import { placeFor } from '../readers.ts';
import { CallRefs } from './call-refs.ts';
import { endOfRun, VERBATIM } from './characters.ts';
import { memberRef, type PathRefs } from './old-refs.ts';

/** Reads values that print themselves, `Time("…")`, `Ref(…)`. Each throws `ReadFailure` where the careful reader is to judge. */
export class Calls {
  readonly #reader: TextReader;
  readonly #dialect: Dialect;
  readonly #paths: PathRefs;
  /** Absent: before 2.1.0. */
  readonly #refs: CallRefs | undefined;

  constructor(reader: TextReader, dialect: Dialect, paths: PathRefs) {
    const { refs } = dialect.traits;
    this.#reader = reader;
    this.#dialect = dialect;
    this.#paths = paths;
    this.#refs = refs.style === 'call' ? new CallRefs(reader, refs) : undefined;
  }

  /** A call whose name has been stepped over; `level`: the containers around it. */
  read(name: string, level: number): Value {
    const reader = this.#reader;
    if (level >= MOST_LEVELS) return reader.fail('a value nested less deeply');
    const start = reader.offset - name.length;
    if (this.#refs === undefined) return name === 'Ref' ? this.#oldRef(level) : this.#carefully(start, level);
    const native = this.#refs.nativeOf(name);
    if (native !== undefined) {
      reader.expect('(');
      return this.#refs.named(native, level);
    }
    switch (name) {
      case 'Ref':
        reader.expect('(');
        return this.#refs.document(level);
      case 'Time': {
        const text = this.#verbatim();
        return text.endsWith('Z') ? { kind: 'ts', text } : reader.fail('a time in Z', start);
      }
      case 'Date':
        return { kind: 'date', text: this.#verbatim() };
      default:
        return reader.sees('()') && this.#refs.isNative(name)
          ? this.#refs.native(name, level)
          : this.#carefully(start, level);
    }
  }

  #oldRef(level: number): Value {
    const reader = this.#reader;
    if (!printsItself('Ref', this.#dialect)) return reader.fail('a value');
    reader.expect('(');
    return this.#dialect.traits.refs.style === 'path'
      ? this.#paths.read(reader)
      : memberRef(reader, level + 1);
  }

  /** The rest of `Time("…")`, after its name. */
  #verbatim(): string {
    const reader = this.#reader;
    reader.expect('("');
    const start = reader.offset;
    reader.offset = endOfRun(reader.text, start, VERBATIM);
    const text = reader.text.slice(start, reader.offset);
    reader.expect('")');
    return text;
  }

  /**
   * Any other special value, read and printed again by itself: where it stands changes nothing but its white space. Texts in
   * it that are not escaped may be read in several ways: then it fails.
   */
  #carefully(start: number, level: number): Value {
    const reader = this.#reader;
    const dialect = this.#dialect;
    let isAmbiguous = false;
    const chooseText = (): number => {
      isAmbiguous = true;
      return 0;
    };
    reader.offset = start;
    const place = placeFor(reader, { chooseText }, dialect);
    const value = readSpecial({ ...place, depth: level, indent: level, level });
    const isPrinted =
      !isAmbiguous &&
      firstChange(reader.text.slice(start, reader.offset), print(value, dialect)) === undefined;
    return isPrinted ? value : reader.fail('the text as the driver prints it', start);
  }
}
