import type { Value } from '../../value/index.ts';
import { UnprintableValue, type About, type Leniency } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { readAnyLength } from '../shared/direct/read-any-length.ts';
import type { DirectFormat, Ways } from '../shared/direct/ways.ts';
import type { DirectStyle } from '../shared/direct/style.ts';
import type { jvmErrors } from './errors.ts';
import { refuseUndecodable, type DecodeLimits } from './refuse-undecodable.ts';

/** What a format of the JVM drivers is made of. */
export interface JvmParts {
  readonly id: string;
  readonly variantOf?: string;
  readonly about: About;
  readonly limits: DecodeLimits;
  readonly grammar: Rule<Value>;
  /** The same texts, read in one pass. */
  readonly direct: DirectStyle;
  readonly printDecoded: (value: Value) => string;
  readonly project: (value: Value) => Value;
  readonly errors: ReturnType<typeof jvmErrors>;
}

const STANDARD_BASE64: Leniency = {
  takes: 'bytes whose standard Base64 has + or /, which the driver prints and does not decode',
  source: 'faunadb-java 4.5.0, types/Value.java: BytesV; faunadb-scala 4.5.0, values/Value.scala: BytesV',
};

export function jvmFormat({
  id,
  variantOf,
  about,
  limits,
  grammar,
  direct,
  printDecoded,
  project,
  errors,
}: JvmParts): DirectFormat {
  const print = (value: Value): string => {
    refuseUndecodable(value, limits);
    return printDecoded(value);
  };
  const same = (text: string): string => text;
  const isDecodable = (value: Value): boolean => {
    try {
      refuseUndecodable(value, limits);
      return true;
    } catch (cause) {
      if (cause instanceof UnprintableValue) return false;
      throw cause;
    }
  };
  const ways: Ways = {
    style: direct,
    printDecoded,
    isDecodable,
    readAll: (text) => readAll(text, grammar, { print, printDecoded, mask: same }),
  };
  return {
    id,
    ...(variantOf === undefined ? {} : { variantOf }),
    about: limits.bytes ? { ...about, leniencies: [...about.leniencies, STANDARD_BASE64] } : about,
    ways,
    parse: (text) => readAnyLength(text, ways),
    print,
    mask: same,
    steady: same,
    project,
    parseError: errors.parseError,
    projectError: errors.projectError,
    free: [],
  };
}
