/**
 * What a document of each collection may hold, and what happens around writing it (spec 2.9, 4.6–4.9). A `Kind` is that
 * knowledge for one collection; `kinds.ts` finds it. `create.ts`, `update.ts` (replace too), `delete.ts` are the same for all
 * kinds: they check in the order of 4.5 and call a kind's hooks on a `Draft`. Reading is `document-value.ts`.
 *
 * Fields keep the order in which they were written: those of the request first, filtered by the kind's known fields, then
 * what is generated. Nothing stored is ever null (spec 2.2).
 */
import type { Context } from '../eval/context.ts';
import type { Data } from '../data/data.ts';
import type { Obj } from '../data/obj.ts';
import type { Position } from '../data/position.ts';
import type { Ref } from '../data/ref.ts';
import type { ValidationFailure } from '../eval/failure.ts';

export interface Kind {
  /** How error texts call such a document: `Token` in `Token not found.` */
  readonly word: string;
  /** The fields that are kept, in the order in which their failures are reported. */
  readonly fields: readonly FieldRule[];
  /** Fields that never show. */
  readonly hidden?: readonly string[];
  /** Completes what is to be stored: generated fields, hashes. Called before `fields` are checked. */
  readonly prepare?: (draft: Draft) => void;
  /** Checks what concerns several fields. Called after them, if they are valid. */
  readonly check?: (draft: Draft) => void;
  /** What else changes when the document was written: names, documents beside it. */
  readonly stored?: (draft: Draft) => void;
  /** What the answer to a write shows, if not the stored fields. */
  readonly reply?: (draft: Draft) => Obj;
  /** What else changes when it was deleted. */
  readonly deleted?: (ref: Ref, fields: Obj, context: Context) => void;
}

export interface FieldRule {
  readonly name: string;
  readonly required?: boolean;
  /** What is wrong with a value that is there. */
  readonly check?: (value: Data, field: readonly string[], draft: Draft) => readonly ValidationFailure[];
  /** What is wrong with it beyond its type: reported behind the failures of all `check`s, whatever these said. */
  readonly late?: (value: Data, field: readonly string[], draft: Draft) => readonly ValidationFailure[];
  /** What is kept of a valid value; `undefined`: nothing. */
  readonly clean?: (value: Data) => Data | undefined;
}

/** A document on its way into the store. */
export interface Draft {
  readonly action: 'create' | 'update' | 'replace';
  readonly ref: Ref;
  readonly context: Context;
  /** Where failures of validation are reported. */
  readonly position: Position;
  /** Stored before; `undefined` for a new document. */
  readonly before: Obj | undefined;
  /** The request's parameters as they were given, nulls and unknown fields included. */
  readonly params: Obj;
  /** What will be stored. */
  fields: Obj;
  /** Failures found so far. */
  readonly failures: ValidationFailure[];
  /** A secret that was made; only the answer to this write shows it. */
  secret: string | undefined;
}
