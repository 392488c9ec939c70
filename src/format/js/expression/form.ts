import type { Dialect } from '../dialect.ts';
import { noObject, noProperty } from '../print/faults.ts';
import { Special, TextSpecial } from '../decode/specials.ts';
import { raw } from './marked.ts';
import type { FormName } from './traits.ts';

/** The members of an expression object. */
export type Members = ReadonlyMap<string, unknown>;

/** What an expression object prints as: a function call, or an object. */
export type Form = Call | ObjectForm;

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Argument[];
  /** Whether the driver makes the texts of the arguments from the last to the first. */
  readonly isReversed?: true;
  /** Whether every member is printed, each as one argument. */
  readonly whole: boolean;
}

export interface ObjectForm {
  readonly kind: 'object';
  readonly entries: readonly (readonly [string, unknown])[];
}

/** `caller`: the function whose arguments may stand without brackets. */
export type Argument =
  { readonly kind: 'term'; readonly value: unknown; readonly caller?: string } | ObjectForm | ObjectList;

export interface ObjectList {
  readonly kind: 'objects';
  readonly items: readonly ObjectForm[];
}

/** The form of its own that an expression calls for; `undefined`: not this one. */
export function formOf(form: FormName, members: Members, dialect: Dialect): Form | undefined {
  switch (form) {
    case 'object-first':
      return [...members.keys()][0] === 'object' ? objectForm(members.get('object')) : undefined;
    case 'object':
      return members.has('object') ? objectForm(members.get('object')) : undefined;
    case 'match-spread':
    case 'match':
      return members.has('match') ? matchForm(members, form === 'match-spread', dialect) : undefined;
    case 'paginate':
      return members.has('paginate') ? paginateForm(members) : undefined;
    case 'let':
      return members.has('let') && members.has('in') ? letForm(members) : undefined;
    case 'merge':
      return members.get('lambda')
        ? callForm('Merge', members, ['merge', 'with', 'lambda'])
        : callForm('Merge', members, ['merge', 'with']);
    case 'lambda':
      return callForm('Lambda', members, ['lambda', 'expr']);
    case 'select':
      return callForm('Select', members, ['select', 'from']);
    case 'contains_path':
      return callForm('ContainsPath', members, [form, 'in']);
    case 'contains_field':
      return callForm('ContainsField', members, [form, 'in']);
    case 'contains_value':
      return callForm('ContainsValue', members, [form, 'in']);
    case 'containsstr':
      return callForm('ContainsStr', members, [form, 'search']);
    case 'filter':
      return collectionForm('Filter', members, form);
    case 'map':
      return collectionForm('Map', members, form);
    case 'foreach':
      return collectionForm('Foreach', members, form);
    case 'if':
      return callForm('If', members, [form, 'then', 'else']);
    case 'call':
      return callForm('Call', members, [form, 'arguments']);
    case 'databases':
      return nullaryForm('Databases', members, form);
    case 'collections':
      return nullaryForm('Collections', members, form);
    case 'documents':
      return callForm('Documents', members, [form]);
  }
}

/** A call with the members of these names, the first of which has to be there. */
function callForm(name: string, members: Members, keys: readonly [string, ...string[]]): Call | undefined {
  if (!members.has(keys[0])) return undefined;
  const whole = members.size === keys.length && keys.every((key) => members.has(key));
  return { kind: 'call', name, args: keys.map((key) => term(members.get(key))), whole };
}

function collectionForm(name: string, members: Members, key: string): Call | undefined {
  if (!members.has(key)) return undefined;
  const whole = members.size === 2 && members.has('collection');
  return { kind: 'call', name, args: [term(members.get('collection')), term(members.get(key))], whole };
}

function nullaryForm(name: string, members: Members, key: string): Call | undefined {
  if (!members.has(key) || members.get(key)) return callForm(name, members, [key]);
  return { kind: 'call', name, args: [], whole: false };
}

/** Terms that JavaScript takes for false are none; a single special value has no `raw`, which is what is looked for. */
function matchForm(members: Members, spreads: boolean, dialect: Dialect): Call {
  const given: unknown = members.get('terms') || [];
  const terms = given instanceof Special ? undefined : raw(given);
  const match = term(members.get('match'));
  const whole = [...members.keys()].every((key) => key === 'match' || key === 'terms');
  const call = (...further: Argument[]): Call => ({
    kind: 'call',
    name: 'Match',
    args: [match, ...further],
    whole,
  });
  if (Array.isArray(terms) && terms.length === 0) return call();
  if (!spreads) return call(term(given instanceof Special ? new TextSpecial('undefined') : terms));
  if (Array.isArray(terms)) return call(...terms.map((item: unknown) => term(item)));
  if (terms === undefined || terms === null)
    throw noProperty(terms === null ? 'null' : 'undefined', 'map', dialect);
  throw new TypeError('array.map is not a function');
}

function paginateForm(members: Members): Call {
  // Object.assign, which the driver copies with, takes `__proto__` for more than a key.
  const options = [...members].filter(([key]) => key !== 'paginate' && key !== '__proto__');
  const paginate = term(members.get('paginate'));
  const args: Argument[] = members.size === 1 ? [paginate] : [paginate, { kind: 'object', entries: options }];
  return { kind: 'call', name: 'Paginate', args, whole: false };
}

function letForm(members: Members): Call {
  const bindings: unknown = members.get('let');
  const bound: Argument = Array.isArray(bindings)
    ? { kind: 'objects', items: bindings.map(objectForm) }
    : objectForm(bindings);
  return { kind: 'call', name: 'Let', args: [bound, term(members.get('in'))], whole: false };
}

export function objectForm(object: unknown): ObjectForm {
  if (object === null || object === undefined) throw noObject();
  const entries: readonly (readonly [string, unknown])[] = Object.entries(object);
  return { kind: 'object', entries };
}

export function term(value: unknown, caller?: string): Argument {
  return caller === undefined ? { kind: 'term', value } : { kind: 'term', value, caller };
}
