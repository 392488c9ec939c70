/**
 * A print format: what one family of drivers writes for a value, from one driver version on. Printed text comes in,
 * canonical values go out, and the other way round; nothing here knows of drivers, processes or verdicts. One folder a
 * format; `index.ts` lists them.
 */
import type { Generation, TextError, Value } from '../value/index.ts';

export interface Format {
  /**
   * `family/version`, the version being the first driver release that prints so: `js/4.3`. A variant, whose text depends on
   * more than the driver, has a suffix: `js/4.3+n12`.
   */
  readonly id: string;
  /** The id without the suffix, of variants only. */
  readonly variantOf?: string;
  /** What people are told of it: `docs/formats` is made of this. */
  readonly about: About;
  /**
   * Reads a whole print (without the line feed that the print statement adds). Several readings mean that the text is
   * ambiguous: each of them prints as this very text. Never throws.
   */
  parse(text: string): Reading;
  /**
   * Models the driver's printer: the text that it writes for a wholly known value. Parts that are no function of the
   * value stand as `mask` writes them.
   * @throws UnprintableValue where the driver's own printing or decoding fails for this value.
   */
  print(value: Value): string;
  /** The same text with every part that is no function of the value (addresses) replaced by a fixed word. */
  mask(text: string): string;
  /**
   * A print, of a value or an error, as records keep it: byte for byte, but for what changes from run to run (addresses,
   * stack frames, times), which gets a fixed word.
   */
  steady(text: string): string;
  /** What is left of a value once this driver has decoded and printed it: the rest is `unsaid` and the like. */
  project(value: Value): Value;
  /** Reads a printed error. */
  parseError(text: string): ErrorReading;
  /** What this driver's printed error can say of an answer of the database. */
  projectError(error: DatabaseError): PrintedError;
  /** The parts of a print that are no function of the value, in words for the documentation; empty: none. */
  readonly free: readonly string[];
}

/** What is published about a format, beside what is computed from it. */
export interface About {
  /** The driver as people call it: `JavaScript`, `Fauna Shell`, `C#`. */
  readonly driver: string;
  /** The releases that print so, oldest first. */
  readonly releases: readonly Releases[];
  /** A variant: the runtime that makes the difference, in words: `Node.js 12 and 13`. */
  readonly runtime?: string;
  /** The print statement of the driver's documentation. */
  readonly statement: string;
  /** How the database spells refs to these releases. */
  readonly generation: Generation;
  /** What changed against the format before it; absent: the first of its family. */
  readonly change?: string;
  /** The grammar of the text, as EBNF (ISO 14977 with `(* … *)` comments). */
  readonly grammar: string;
  /** What the reader takes beyond what the printer writes. */
  readonly leniencies: readonly Leniency[];
  /** `ran`: held against prints of the real driver; `derived`: read off its source, the driver cannot be run here. */
  readonly evidence: 'ran' | 'derived';
}

/** Releases from one to another, both included. */
export interface Releases {
  readonly from: string;
  /** The last one; absent: up to the newest. */
  readonly to?: string;
  /** The day of the first one, `2019-07-17`, and of the last one, where they are known. */
  readonly since?: string;
  readonly until?: string;
}

/** Something that a reader takes although the format's printer would not write it here, and where it was seen. */
export interface Leniency {
  readonly takes: string;
  /** Driver, version and source file or page that writes it: `faunadb 2.1.0, src/values.js`. */
  readonly source: string;
}

export type Reading =
  | {
      readonly ok: true;
      /** At least one; the first is the likeliest. */
      readonly readings: readonly [Value, ...Value[]];
      /** False when there may be more readings than those listed. */
      readonly complete: boolean;
      /**
       * Set when the text fits only as a raw top-level string (JavaScript and Python print one without quotes, so any text
       * may be one): where and why it could not be read as anything else.
       */
      readonly onlyAsString?: TextError;
    }
  | {
      readonly ok: false;
      readonly error: TextError;
      /** Set when the reader stopped at the limit of its work: there may be readings that it did not find. */
      readonly gaveUp?: true;
    };

export type ErrorReading =
  { readonly ok: true; readonly error: PrintedError } | { readonly ok: false; readonly error: TextError };

/** An answer of the database with an error status: the elements of `errors` as they came. */
export interface DatabaseError {
  readonly status: number;
  readonly errors: readonly ErrorElement[];
}

export interface ErrorElement {
  readonly code: string;
  readonly description: string;
  readonly position?: readonly (string | number)[];
  readonly failures?: readonly ErrorFailure[];
  readonly cause?: readonly ErrorElement[];
}

export interface ErrorFailure {
  readonly field: readonly string[];
  readonly code: string;
  readonly description: string;
}

/** What a printed error says; a member that is absent is not said. */
export interface PrintedError {
  /** The driver's class for it, as printed: `NotFound`, `com.faunadb.client.errors.NotFoundException`. */
  readonly type?: string;
  readonly status?: number;
  readonly errors?: readonly Partial<ErrorElement>[];
  /** Text that is neither code nor description: a client-side message. */
  readonly message?: string;
}

/** The driver cannot print (or decode) the value: `where` says which, `like` is the text that it raises. */
export class UnprintableValue extends Error {
  override readonly name = 'UnprintableValue';
  readonly where: 'decode' | 'print';
  constructor(where: 'decode' | 'print', like: string) {
    super(like);
    this.where = where;
  }
}
