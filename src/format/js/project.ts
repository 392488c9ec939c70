import { build, type RefValue, type Value } from '../../value/index.ts';
import { UnprintableValue } from '../format.ts';
import { TextReader } from '../shared/text-reader.ts';
import { wellFormed } from '../shared/well-formed.ts';
import { asObject } from './as-object.ts';
import { decode, UNSAID } from './decode.ts';
import { SPREADING, functionName } from './function-name.ts';
import { ID } from './id.ts';
import { NAMED_IN, nativeId } from './native-names.ts';
import { printExpression } from './print-expression.ts';
import { readCall, termNumber } from './read-call.ts';
import { isSetFunction, setOf } from './set-function.ts';
import { LostTermStandIn, StandIn, asText } from './stand-in.ts';
import {
  BytesStandIn,
  DateStandIn,
  OpaqueStandIn,
  QueryStandIn,
  RefStandIn,
  SetStandIn,
  TimeStandIn,
} from './stand-ins.ts';

/** Node.js prints containers up to this depth, and so many items and characters (util.inspect's defaults). */
const DEPTH = 2;
const ITEMS = 100;
const CHARACTERS = 10_000;

/** What is left of a value once the driver has decoded and `console.log` has printed it (spec 13.1). */
export function project(value: Value): Value {
  if (value.kind === 'unsaid') return value;
  let decoded: unknown;
  try {
    decoded = decode(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return build.unsaid(`not decoded: ${cause.message}`);
    throw cause;
  }
  return typeof decoded === 'string' ? build.str(wellFormed(decoded)) : said(decoded, 0);
}

function said(decoded: unknown, depth: number): Value {
  if (decoded === null || decoded === undefined) return build.nul;
  if (typeof decoded === 'boolean') return build.bool(decoded);
  if (typeof decoded === 'number') return build.num(decoded);
  if (typeof decoded === 'string') return saidString(decoded);
  if (decoded instanceof StandIn) return saidSpecial(decoded);
  if (Array.isArray(decoded)) {
    if (depth > DEPTH && decoded.length > 0) return build.unsaid(UNSAID.deepArray);
    const items = decoded.slice(0, ITEMS).map((item) => said(item, depth + 1));
    return build.arr(items, decoded.length > ITEMS ? decoded.length - ITEMS : undefined);
  }
  const entries = Object.entries(decoded);
  if (depth > DEPTH && entries.length > 0) return build.unsaid(UNSAID.deepObject);
  return asObject(entries.map(([key, value]) => [key, said(value, depth + 1)] as const));
}

function saidString(text: string): Value {
  return text.length > CHARACTERS
    ? build.str(text.slice(0, CHARACTERS), text.length - CHARACTERS)
    : build.str(text);
}

function saidSpecial(special: StandIn): Value {
  if (special instanceof RefStandIn) return saidRef(special);
  if (special instanceof TimeStandIn) return build.ts(wellFormed(special.value));
  if (special instanceof DateStandIn) return saidDate(special);
  if (special instanceof BytesStandIn) return build.bytes(special.value);
  if (special instanceof OpaqueStandIn) return build.opaque(special.of, ID, special.text);
  if (special instanceof SetStandIn) return saidTerm(special.value) ?? opaque('set', special);
  if (special instanceof QueryStandIn) return opaque('query', special);
  return build.unsaid(UNSAID.lostTerm);
}

function saidDate({ value }: DateStandIn): Value {
  const date = printed(() => asText(value));
  return date === undefined ? build.unsaid('a date that does not print') : build.date(wellFormed(date));
}

/** A document's own database is never printed; that of a collection, and of a native collection, is. */
function saidRef(ref: RefStandIn): RefValue {
  const { collection } = ref;
  const id = wellFormed(String(ref.id));
  if (!(collection instanceof RefStandIn)) return build.ref(asPrinted(id), undefined, saidDatabase(ref));
  const isNamed = collection.collection === undefined && NAMED_COLLECTIONS.has(collection.id);
  return isNamed
    ? build.ref(id, build.ref(String(collection.id)), saidDatabase(ref))
    : build.ref(id, saidRef(collection), build.unsaid(UNSAID.database));
}

const NAMED_COLLECTIONS: ReadonlySet<unknown> = new Set(NAMED_IN.values());

/** The first letter of a native collection's id is printed as a capital. */
function asPrinted(id: string): string {
  return id === 'access_providers' ? id : nativeId(id.charAt(0).toUpperCase() + id.slice(1));
}

function saidDatabase({ database }: RefStandIn): RefValue | undefined {
  return database instanceof RefStandIn ? saidRef(database) : undefined;
}

/** What a value inside a set says of itself; `undefined`: it is an expression, whose members have lost their names. */
function saidTerm(term: unknown): Value | undefined {
  if (term === undefined || term instanceof LostTermStandIn) return build.unsaid(UNSAID.lostTerm);
  if (typeof term === 'number') return termNumber(term);
  if (typeof term === 'string') return build.str(term);
  if (typeof term !== 'object' || term === null || term instanceof StandIn) return said(term, 0);
  if (!Array.isArray(term)) return saidCall(new Map(Object.entries(term)), term);
  const items = term.map(saidTerm);
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? build.arr(known) : undefined;
}

function saidCall(members: ReadonlyMap<string, unknown>, call: object): Value | undefined {
  const text = printed(() => printExpression(call));
  if (text === undefined) return undefined;
  const [first] = members.keys();
  const name = printed(() => functionName(first));
  // Anything but a set can only be an oddity such as a user's own `@set`: it is whatever its text reads as.
  if (name === undefined || !isSetFunction(name) || !isWholeSet(name, members)) return readBack(text);
  const args = printedArguments(name, members).map(saidTerm);
  const known = args.filter((value) => value !== undefined);
  return (
    (known.length === args.length ? setOf(name, known) : undefined) ??
    build.opaque('set', ID, wellFormed(text))
  );
}

/** Whether all members of a set are printed as arguments. */
function isWholeSet(name: string, members: ReadonlyMap<string, unknown>): boolean {
  const keys = [...members.keys()];
  if (name === 'Match') return keys.every((key) => key === 'match' || key === 'terms');
  if (name === 'Filter') return keys.length === 2 && members.has('collection');
  return !keys.some((key) => FORMS_OF_THEIR_OWN.has(key));
}

const FORMS_OF_THEIR_OWN: ReadonlySet<string> = new Set([
  'match',
  'paginate',
  'let',
  'object',
  'merge',
  'lambda',
  'filter',
  'call',
  'map',
  'foreach',
]);

function printedArguments(name: string, members: ReadonlyMap<string, unknown>): unknown[] {
  if (name === 'Filter') return [members.get('collection'), members.get('filter')];
  if (name !== 'Match')
    return [...members.values()].flatMap((value: unknown) =>
      Array.isArray(value) && SPREADING.has(name) ? value : [value],
    );
  const terms: unknown = members.get('terms') || [];
  if (Array.isArray(terms) && terms.length === 0) return [members.get('match')];
  return [members.get('match'), terms instanceof StandIn ? new LostTermStandIn() : terms];
}

function readBack(text: string): Value | undefined {
  return printed(() => readCall({ reader: new TextReader(text), names: {}, depth: 0 }));
}

function opaque(of: 'set' | 'query', special: StandIn): Value {
  const text = printed(() => special.toString());
  return text === undefined
    ? build.unsaid(`a ${of} that does not print`)
    : build.opaque(of, ID, wellFormed(text));
}

function printed<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (cause) {
    if (cause instanceof Error) return undefined;
    throw cause;
  }
}
