import type { Value } from '../../value/index.ts';
import type { About, Format } from '../format.ts';
import { readAll } from '../shared/ambiguous/read-all.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import type { jvmErrors } from './errors.ts';
import { refuseUndecodable, type DecodeLimits } from './refuse-undecodable.ts';

/** What a format of the JVM drivers is made of. */
export interface JvmParts {
  readonly id: string;
  readonly variantOf?: string;
  readonly about: About;
  readonly limits: DecodeLimits;
  readonly grammar: Rule<Value>;
  readonly printDecoded: (value: Value) => string;
  readonly project: (value: Value) => Value;
  readonly errors: ReturnType<typeof jvmErrors>;
}

export function jvmFormat({
  id,
  variantOf,
  about,
  limits,
  grammar,
  printDecoded,
  project,
  errors,
}: JvmParts): Format {
  const print = (value: Value): string => {
    refuseUndecodable(value, limits);
    return printDecoded(value);
  };
  const same = (text: string): string => text;
  return {
    id,
    ...(variantOf === undefined ? {} : { variantOf }),
    about,
    parse: (text) => readAll(text, grammar, { print, printDecoded, mask: same }),
    print,
    mask: same,
    steady: same,
    project,
    parseError: errors.parseError,
    projectError: errors.projectError,
    free: [],
  };
}
