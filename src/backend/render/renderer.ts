import { atLeast } from '../eval/version.ts';
import { COLLECTIONS, isNamed, nativeName, type ScopeId } from '../data/ids.ts';
import { databaseOf } from '../schema/database-of.ts';
import { epochDayText, instantText } from '../../value/instant.ts';
import { isArray, type Data, type Tagged } from '../data/data.ts';
import { javaDouble } from '../../value/java-double.ts';
import { lambdaLiteral } from './lambda-literal.ts';
import { legacyRef } from './legacy-ref.ts';
import { quoted } from './quoted.ts';
import { Ref } from '../data/ref.ts';
import { refId } from '../schema/ref-id.ts';
import { ROOT_SCOPE, type Transaction } from '../store/store.ts';
import { setContents } from './set-contents.ts';
import type { Action } from '../data/action.ts';
import type { ApiVersion } from '../core.ts';
import type { DocumentEvent, SetEvent } from '../data/event.ts';
import type { DocumentValue } from '../data/document.ts';
import type { ElementValue } from '../data/element.ts';
import type { GivenRef } from '../data/unresolved-ref.ts';
import type { Obj } from '../data/obj.ts';
import type { Page } from '../data/page.ts';

export interface Rendering {
  /** The database of the request: refs into others say so. */
  readonly scope: ScopeId;
  readonly version: ApiVersion;
  readonly transaction: Transaction;
}

/** Writes a value as the compact JSON of an answer (spec 2); a value that cannot be written at all is `null`. */
export function render(value: Data, rendering: Rendering): string {
  return new Renderer(rendering).value(value) ?? 'null';
}

/**
 * Writes values. `undefined` stands for what cannot be written any more, a ref whose name is forgotten: the field or element
 * that holds it is left out (spec 2.4).
 */
export class Renderer {
  readonly version: ApiVersion;
  readonly #scope: ScopeId;
  readonly #transaction: Transaction;
  /** Texts of schema refs, which a page repeats for each element. */
  readonly #refs = new Map<string, string | undefined>();

  constructor({ scope, version, transaction }: Rendering) {
    this.version = version;
    this.#scope = scope;
    this.#transaction = transaction;
  }

  value(value: Data): string | undefined {
    if (typeof value === 'string') return quoted(value);
    if (typeof value === 'bigint') return value.toString();
    if (value === null || typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return Number.isFinite(value) ? javaDouble(value) : `"${String(value)}"`;
    return isArray(value) ? this.array(value) : this.#tagged(value);
  }

  array(items: readonly Data[]): string {
    let text = '';
    for (const item of items) {
      const written = this.value(item);
      if (written !== undefined) text += text === '' ? written : `,${written}`;
    }
    return `[${text}]`;
  }

  #tagged(value: Tagged): string | undefined {
    switch (value.kind) {
      case 'object':
        return this.#object(value);
      case 'document':
        return this.#document(value);
      case 'ref':
        return this.ref(value);
      case 'unresolved-ref':
        return this.#givenRef(value.given);
      case 'time':
        return `{"@ts":"${instantText(value)}"}`;
      case 'date':
        return `{"@date":"${epochDayText(value.epochDay)}"}`;
      case 'bytes':
        return `{"@bytes":"${Buffer.from(value.bytes).toString('base64')}"}`;
      case 'uuid':
        return `{"@uuid":"${value.text}"}`;
      case 'transaction-time':
        return this.#transaction.commitTime.toString();
      case 'action':
        return quoted(this.#action(value.action));
      case 'lambda':
        return `{"@query":${this.#object(lambdaLiteral(value, this.version))}}`;
      case 'set': {
        const { op } = value.node;
        const contents = setContents(value, this);
        // The set of a native collection or of a document is written as the plain ref.
        return op === 'collection' || op === 'document' ? contents : `{"@set":${contents ?? ''}}`;
      }
      case 'page':
        return this.#page(value);
      case 'element':
        return this.#element(value);
      case 'document-event':
      case 'set-event':
        return this.#event(value);
    }
  }

  /** An object; with a key that looks like a tag it is wrapped in `@obj`. */
  #object(object: Obj): string {
    const text = `{${this.#members(object)}}`;
    return object.entries.some(([key]) => key.startsWith('@')) ? `{"@obj":${text}}` : text;
  }

  #members({ entries }: Obj): string {
    let text = '';
    for (const [key, member] of entries) {
      const written = this.value(member);
      if (written === undefined) continue;
      text += `${text === '' ? '' : ','}${quoted(key)}:${written}`;
    }
    return text;
  }

  #document({ ref, ts, deleted, fields }: DocumentValue): string {
    const head: Member[] = [['ref', this.ref(ref)]];
    if (!atLeast(this.version, '2.1'))
      head.push(['class', this.ref(Ref.ofCollection(ref.scope, ref.collection))]);
    head.push(['ts', this.value(ts)]);
    if (deleted) head.push(['action', '"delete"']);
    const members = this.#members(fields);
    return `{${join(head)}${members === '' ? '' : `,${members}`}}`;
  }

  #page({ before, after, data }: Page): string {
    return `{${join([
      ['before', before === undefined ? undefined : this.value(before)],
      ['after', after === undefined ? undefined : this.value(after)],
      ['data', this.array(data)],
    ])}}`;
  }

  #element({ value, sources }: ElementValue): string | undefined {
    const written = this.value(value);
    const shown = sources.map((source) =>
      source === null ? '{"@set":null}' : (this.value(source) ?? 'null'),
    );
    return written && `{"value":${written},"sources":[${shown.join(',')}]}`;
  }

  #event(event: DocumentEvent | SetEvent): string | undefined {
    const { ts, action, ref } = event;
    const document = ref === undefined ? undefined : this.ref(ref);
    if (ref !== undefined && document === undefined) return undefined;
    const head: Member[] = [
      ['ts', this.value(ts)],
      ['action', quoted(this.#action(action))],
    ];
    if (!atLeast(this.version, '2.1')) {
      const values = event.kind === 'set-event' ? event.values : undefined;
      return `{${join([...head, ['resource', document], ['values', values && this.array(values)]])}}`;
    }
    const data = event.kind === 'set-event' ? event.values : event.data;
    return `{${join([
      ...head,
      [atLeast(this.version, '2.7') ? 'document' : 'instance', document],
      ['data', data === undefined ? undefined : this.value(data)],
    ])}}`;
  }

  #action(action: Action): Action {
    if (atLeast(this.version, '2.1')) return action;
    return action === 'delete' || action === 'remove' ? 'delete' : 'create';
  }

  ref(ref: Ref): string | undefined {
    if (isNamed(ref.collection)) return this.#schemaRef(ref);
    const collection = this.#schemaRef(Ref.ofCollection(ref.scope, ref.collection));
    if (collection === undefined) return undefined;
    if (!atLeast(this.version, '2.1')) return legacyRef(collection, String(ref.id));
    return `{"@ref":{"id":"${ref.id.toString()}","${this.#collectionKey}":${collection}}}`;
  }

  #schemaRef(ref: Ref): string | undefined {
    const key = `${String(ref.scope)}/${String(ref.collection)}/${ref.id.toString()}`;
    if (this.#refs.has(key)) return this.#refs.get(key);
    const text = this.#writeSchemaRef(ref);
    this.#refs.set(key, text);
    return text;
  }

  #writeSchemaRef(ref: Ref): string | undefined {
    const id = refId(ref, { transaction: this.#transaction, version: this.version });
    if (id === undefined) return undefined;
    const isNative = ref.collection === COLLECTIONS && nativeName(Number(ref.id)) !== undefined;
    const native = isNative ? undefined : this.#nativeName(ref.collection);
    if (!atLeast(this.version, '2.1'))
      return `{"@ref":${quoted(native === undefined ? id : `${native}/${id}`)}}`;
    let database: string | undefined;
    if (ref.scope !== this.#scope && ref.scope !== ROOT_SCOPE) {
      const around = databaseOf(ref.scope, { transaction: this.#transaction });
      database = around && this.#schemaRef(around);
      if (database === undefined) return undefined;
    }
    return `{"@ref":{${join([
      ['id', quoted(id)],
      [this.#collectionKey, native && `{"@ref":{"id":"${native}"}}`],
      ['database', database],
    ])}}}`;
  }

  #givenRef({ id, collection, database }: GivenRef): string {
    const isNative = collection === undefined;
    const name = isNative && id === 'collections' ? this.#nativeName(COLLECTIONS) : id;
    if (!atLeast(this.version, '2.1'))
      return isNative ? `{"@ref":${quoted(name)}}` : legacyRef(this.#givenRef(collection), id);
    return `{"@ref":{${join([
      ['id', quoted(name)],
      [this.#collectionKey, collection && this.#givenRef(collection)],
      ['database', database && this.#givenRef(database)],
    ])}}}`;
  }

  #nativeName(collection: number): string {
    const name = nativeName(collection) ?? '';
    return name === 'collections' && !atLeast(this.version, '2.7') ? 'classes' : name;
  }

  get #collectionKey(): 'collection' | 'class' {
    return atLeast(this.version, '2.7') ? 'collection' : 'class';
  }
}

type Member = readonly [key: string, text: string | undefined];

/** Members of an object; those without a text are left out. */
function join(members: readonly Member[]): string {
  let joined = '';
  for (const [key, text] of members)
    if (text !== undefined) joined += `${joined === '' ? '' : ','}"${key}":${text}`;
  return joined;
}
