import type { Entry, Value } from '../../../value/index.ts';
import type { Rule } from '../../shared/ambiguous/rule.ts';
import type { TextReader } from '../../shared/text-reader.ts';
import type { DirectQuery } from './direct.ts';

/** Text around the items of a list. */
export interface Brackets {
  readonly open: string;
  readonly close: string;
}

/** Where the texts made of class names differ: two drivers, and what each of their releases decodes. */
export interface ClassNameStyle {
  /** What a null prints at top level: Java answers a null of its own there. */
  readonly topNull: string;
  readonly boolean: (value: boolean) => string;
  readonly array: Brackets;
  readonly object: Brackets;
  readonly set: Brackets;
  /** Parameters of sets that are null are left out: Guava's `ImmutableMap` holds none (seen Java 2.2.0). */
  readonly setsWithoutNulls?: true;
  /** Between a key and its value. */
  readonly is: '=' | ' -> ';
  /** `path`: `RefV(classes/users/1)`; `members`: `RefV(id = "1", …)`; `options`: `RefV(1,Some(…),None)`. */
  readonly ref: 'path' | 'members' | 'options';
  /** How a time is printed and read again. */
  readonly time: {
    readonly print: (text: string) => string;
    readonly read: (text: string) => string | undefined;
    /** Reads one where it stands; other values too may be found there. */
    readonly direct: (reader: TextReader) => Value;
  };
  /** False: `@bytes` is not known and stays an object of one member. */
  readonly bytes: boolean;
  /** Absent: `@query` is not known and stays an object of one member. */
  readonly query?: {
    readonly print: (value: Value & { readonly kind: 'query' }) => string;
    readonly project: (value: Value & { readonly kind: 'query' }) => Value;
    readonly rule: (objectRule: Rule<Value>) => Rule<Value>;
    readonly direct: DirectQuery;
  };
  readonly order?: {
    readonly from: number;
    readonly follows: (before: string, after: string) => boolean;
    readonly sort: (entries: readonly Entry[]) => readonly Entry[];
    /** Whether entries of keys of their own are in this order. */
    readonly keeps: (entries: readonly Entry[]) => boolean;
    readonly loses: (entries: readonly Entry[]) => boolean;
  };
}
