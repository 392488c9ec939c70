import { wellFormed } from '../../shared/well-formed.ts';
import { containerParts, emptyText, elidedText, isEmpty, openingOf, type Part } from './containers.ts';
import { keyText } from './key.ts';
import { linesOf, type Lines } from './lines.ts';
import { TRAITS, type Profile, type Traits } from './profile.ts';
import type { Shown, ShownContainer } from './shown.ts';
import { stringText } from './string-text.ts';

/** Levels below the outermost container that are printed, unless somebody asks for others. */
const DEPTH = 2;

/**
 * The text that `util.inspect` of a Node.js gives, code unit for code unit. Containers more than `depth` levels below the
 * outermost one are elided (2, as Node.js has it; `Infinity`: none). Deep trees take no stack, but every line of the text
 * is indented by its depth.
 */
export function inspect(shown: Shown, profile: Profile, options: { readonly depth?: number } = {}): string {
  return new Inspection(profile, options.depth ?? DEPTH).textOf(shown);
}

/** What `console.log` writes, without its line feed: a string as it is, anything else inspected, all of it as UTF-8. */
export function consoleLog(shown: Shown, profile: Profile): string {
  return wellFormed(typeof shown === 'string' ? shown : inspect(shown, profile));
}

/** Where a value stands. */
interface Place {
  readonly depth: number;
  readonly indentation: number;
  /** Whether it is the value of an object's member. */
  readonly isMember: boolean;
}

/** A container that is being written: the texts of its first parts are known. */
interface Writing {
  readonly container: ShownContainer;
  readonly place: Place;
  readonly parts: readonly Part[];
  readonly entries: string[];
}

class Inspection {
  readonly #profile: Profile;
  readonly #traits: Traits;
  readonly #lines: Lines;
  readonly #depth: number;
  readonly #writing: Writing[] = [];
  /** The depth of the container that was begun last: Node.js takes it for the deepest one. */
  #lastDepth = 0;

  constructor(profile: Profile, depth: number) {
    this.#profile = profile;
    this.#traits = TRAITS[profile];
    this.#lines = linesOf(profile);
    this.#depth = depth;
  }

  textOf(shown: Shown): string {
    let text = this.#begin(shown, { depth: 0, indentation: 0, isMember: false });
    for (;;) {
      const inner = this.#writing.at(-1);
      if (inner === undefined) return text ?? '';
      if (text !== undefined) this.#add(inner, text);
      const next = inner.parts[inner.entries.length];
      if (next === undefined) {
        this.#writing.pop();
        text = this.#finish(inner);
      } else if (next.text === undefined) {
        text = this.#begin(next.value, this.#placeOf(inner, next));
      } else {
        inner.entries.push(next.text);
        text = undefined;
      }
    }
  }

  /** The text of a value that has no parts to be written; otherwise its writing begins. */
  #begin(shown: Shown, place: Place): string | undefined {
    if (typeof shown === 'string') return this.#string(shown, place.indentation);
    if (typeof shown !== 'object' || shown === null) return Object.is(shown, -0) ? '-0' : String(shown);
    if (shown.kind === 'text') return this.#lines.own(shown.text, place.indentation);
    if (isEmpty(shown, this.#traits)) return emptyText(shown, this.#traits);
    if (place.depth > this.#depth) return elidedText(shown, this.#traits);
    this.#lastDepth = place.depth;
    const parts = containerParts(shown, this.#traits);
    this.#writing.push({ container: shown, place, parts, entries: [] });
    return undefined;
  }

  #string(text: string, indentation: number): string {
    const { maxUnits } = this.#traits;
    const cut = Math.max(0, text.length - maxUnits);
    return stringText(cut === 0 ? text : text.slice(0, maxUnits), cut, indentation, this.#lines);
  }

  #placeOf(inner: Writing, part: Part): Place {
    const { depth, indentation } = inner.place;
    const isMember = part.key !== undefined;
    const { step } = this.#lines;
    return { depth: depth + 1, indentation: indentation + (isMember ? step.member : step.item), isMember };
  }

  #add(inner: Writing, text: string): void {
    const part = inner.parts[inner.entries.length];
    const entry =
      part?.key === undefined
        ? this.#lines.item(text)
        : this.#lines.member(
            keyText(part.key, this.#profile),
            text,
            inner.place.indentation + this.#lines.step.member,
          );
    inner.entries.push(entry);
  }

  #finish({ container, place, entries }: Writing): string {
    const [open, close] = openingOf(container, this.#traits);
    return this.#lines.container({
      open,
      close,
      entries,
      indentation: place.indentation,
      isMember: place.isMember,
      levelsInside: this.#lastDepth - place.depth,
      ...(container.kind === 'array' ? { items: container.items } : {}),
      ...(container.kind === 'bytes' ? { items: [...container.bytes] } : {}),
    });
  }
}
