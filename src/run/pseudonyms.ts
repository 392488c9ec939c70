import { JsonNumber, JsonObject, type Json } from '../value/index.ts';

const SECRET = /fn[A-F][\w-]{37,48}/g;
const HASH = /\$2[aby]\$\d\d\$[./A-Za-z\d]{53}/g;
const GENERATED_ID = /^\d{15,19}$/;

/** What stands for what. */
export interface Pseudonym {
  readonly real: string;
  readonly name: string;
  readonly kind: Kind;
}

type Kind = 'id' | 'ts' | 'time' | 'secret' | 'hash' | 'name';

/**
 * Stable names for what a database makes up: ids, transaction times, secrets, hashes. Names are given in order of first
 * appearance, so two drivers that live through the same scenario get the same names, and runs can be compared. A name is
 * as long as what it stands for and looks like it, so layouts do not change and masked prints still parse. What a
 * scenario itself wrote into its queries is no secret and keeps its text.
 */
export class Pseudonyms {
  readonly #names = new Map<string, Pseudonym>();
  readonly #given = new Set<string>();
  readonly #counts = new Map<Kind, number>();

  /** Texts of a query are the scenario's own unless they were learnt before. */
  give(query: Json): void {
    walk(query, (text) => {
      if (!this.#names.has(text)) this.#given.add(text);
    });
  }

  /** Learns what an answer brought to light. */
  learn(answer: Json): void {
    this.#learn(answer, '');
  }

  /** Learns one text of which the caller knows what it is. */
  name(text: string, kind: Kind): void {
    if (text === '' || this.#given.has(text) || this.#names.has(text)) return;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    this.#names.set(text, { real: text, name: pseudonym(kind, text, count), kind });
  }

  /** Replaces everything learnt, longest first, wherever it stands in the text. */
  apply(text: string): string {
    let replaced = text;
    for (const { real, name } of this.byLength()) replaced = replaced.replaceAll(real, name);
    return replaced;
  }

  /** What stands for what, longest first. */
  byLength(): Pseudonym[] {
    return [...this.#names.values()].sort((a, b) => b.real.length - a.real.length);
  }

  #learn(json: Json, key: string): void {
    if (typeof json === 'string') this.#learnText(json, key);
    else if (json instanceof JsonNumber) {
      if (key === 'ts' && /^\d{15,17}$/.test(json.text)) this.name(json.text, 'ts');
    } else if (json instanceof JsonObject) {
      const time = json.get('@ts');
      if (key === 'ttl' && typeof time === 'string') this.name(time, 'time');
      for (const [name, value] of json.members) this.#learn(value, name);
    } else if (Array.isArray(json)) for (const item of json) this.#learn(item, key);
  }

  #learnText(text: string, key: string): void {
    if (key === 'id' && GENERATED_ID.test(text)) this.name(text, 'id');
    if (key === 'global_id') this.name(text, 'name');
    for (const [secret] of text.matchAll(SECRET)) this.name(secret, 'secret');
    for (const [hash] of text.matchAll(HASH)) this.name(hash, 'hash');
  }
}

function pseudonym(kind: Kind, real: string, count: number): string {
  const number = String(count);
  switch (kind) {
    case 'id':
      return `1${number.padStart(real.length - 1, '0')}`;
    case 'ts':
      return `16${number.padStart(real.length - 2, '0')}`;
    case 'time': {
      const fraction = /\.\d+/.exec(real)?.[0].length ?? 0;
      const text = `2020-01-01T${String(count % 24).padStart(2, '0')}:00:00`;
      return `${text}${fraction === 0 ? '' : `.${'1'.padStart(fraction - 1, '0')}`}Z`;
    }
    case 'secret':
    case 'hash':
    case 'name':
      return `${kind}-${number}-`.padEnd(real.length, 'x');
  }
}

function walk(json: Json, visit: (text: string) => void): void {
  if (typeof json === 'string') visit(json);
  else if (json instanceof JsonNumber) visit(json.text);
  else if (json instanceof JsonObject)
    for (const [key, value] of json.members) {
      visit(key);
      walk(value, visit);
    }
  else if (Array.isArray(json)) for (const item of json as readonly Json[]) walk(item, visit);
}
