import { build, type Value } from '../../../value/index.ts';
import { wellFormed } from '../../shared/well-formed.ts';
import { asObject } from './as-object.ts';
import { classValue } from './class-value.ts';
import { whyCut } from '../decode/cut-bytes.ts';
import { depthOf, losesSurrogates, printsItself, type Dialect } from '../dialect.ts';
import { elidedValue, UNSAID } from '../decode/elided.ts';
import { elidedText } from '../layout/containers.ts';
import { TRAITS } from '../layout/profile.ts';
import type { ShownContainer } from '../layout/shown.ts';
import { saidRef } from './said-ref.ts';
import { saidSet } from './said-set.ts';
import { coerced, specialText } from '../print/special-text.ts';
import {
  BytesSpecial,
  DateSpecial,
  QuerySpecial,
  RefSpecial,
  SetSpecial,
  Special,
  TextSpecial,
  TimeSpecial,
} from '../decode/specials.ts';
import { withUndecoded } from './undecoded.ts';

/** What `console.log` says of something decoded; `depth`: the containers around it. */
export function said(decoded: unknown, dialect: Dialect, depth = 0): Value {
  if (decoded === null || decoded === undefined) return build.nul;
  if (typeof decoded === 'boolean') return build.bool(decoded);
  if (typeof decoded === 'number') return build.num(decoded);
  if (typeof decoded === 'string') return saidString(decoded, dialect);
  if (decoded instanceof Special) return saidSpecial(decoded, dialect, depth);
  const inside = (value: unknown): Value => said(value, dialect, depth + 1);
  if (Array.isArray(decoded)) {
    if (depth > depthOf(dialect) && decoded.length > 0) return elided({ kind: 'array', items: [0] }, dialect);
    const { maxItems } = TRAITS[dialect.profile];
    const items = decoded.slice(0, maxItems).map(inside);
    return build.arr(items, decoded.length > maxItems ? decoded.length - maxItems : undefined);
  }
  if (decoded instanceof Uint8Array) return saidBytes(decoded, dialect, depth);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(decoded);
  if (depth > depthOf(dialect) && entries.length > 0)
    return elided({ kind: 'object', entries: [['', 0]] }, dialect);
  const object = asObject(entries.map(([key, value]) => [known(key, dialect), inside(value)] as const));
  return withUndecoded(object, dialect);
}

/** A text as the console keeps it. */
function known(text: string, dialect: Dialect): string {
  return losesSurrogates(dialect) ? wellFormed(text) : text;
}

function saidString(text: string, dialect: Dialect): Value {
  const { maxUnits } = TRAITS[dialect.profile];
  return text.length > maxUnits
    ? build.str(known(text.slice(0, maxUnits), dialect), text.length - maxUnits)
    : build.str(known(text, dialect));
}

function saidBytes(bytes: Uint8Array, dialect: Dialect, depth: number): Value {
  if (depth > depthOf(dialect) && bytes.length > 0) return elided({ kind: 'bytes', bytes }, dialect);
  const { maxItems } = TRAITS[dialect.profile];
  return bytes.length > maxItems
    ? build.unsaid(whyCut(bytes.subarray(0, maxItems), bytes.length))
    : build.bytes(bytes);
}

function saidSpecial(special: Special, dialect: Dialect, depth: number): Value {
  const { className } = special;
  const { id } = dialect.traits;
  if (special instanceof TextSpecial || className === undefined) return saidText(special, id);
  if (printsItself(className, dialect)) return saidOfItself(special, dialect);
  if (depth > depthOf(dialect)) return elided({ kind: 'object', entries: [['', 0]], className }, dialect);
  const content = said(special.value, dialect, depth + 1);
  return classValue(className, content, dialect) ?? build.unsaid(`a ${className} with something else in it`);
}

function saidText(special: Special, id: string): Value {
  const text = String(special.value);
  if (!(special instanceof TextSpecial)) return elidedValue(text, id) ?? build.unsaid(UNSAID.lostTerm);
  if (special.of !== undefined) return build.opaque(special.of, id, text);
  return elidedValue(text, id) ?? build.unsaid(special.why ?? UNSAID.lostTerm);
}

function saidOfItself(special: Special, dialect: Dialect): Value {
  if (special instanceof RefSpecial) return saidRef(special, dialect);
  if (special instanceof TimeSpecial) return build.ts(wellFormed(special.value));
  if (special instanceof DateSpecial) return build.date(wellFormed(coerced(special.value, dialect)));
  if (special instanceof BytesSpecial && special.value instanceof Uint8Array)
    return build.bytes(special.value);
  if (special instanceof SetSpecial) return saidSet(special, dialect, said);
  const of = special instanceof QuerySpecial ? 'query' : 'set';
  return build.opaque(of, dialect.traits.id, wellFormed(specialText(special, dialect)));
}

function elided(shown: ShownContainer, { traits, profile }: Dialect): Value {
  const text = elidedText(shown, TRAITS[profile]);
  return elidedValue(text, traits.id) ?? build.unsaid(UNSAID.deepObject);
}
