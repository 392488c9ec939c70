import {
  build,
  fromWire,
  toWire,
  type Entry,
  type Generation,
  type RefValue,
  type UnsaidValue,
  type Value,
} from '../../../value/index.ts';
import { projectString, replaceLoneSurrogates } from '../../shared/lone-surrogates.ts';
import { likeliest, options } from '../../shared/options.ts';
import { ownEntries } from '../../shared/own-entries.ts';
import { pathOf, refOfPath } from '../../shared/path-ref.ts';
import { finiteOr } from '../print-value.ts';
import { classNameRef } from './ref.ts';
import type { ClassNameStyle } from './style.ts';

/** Printing and projecting in one style. */
export interface ClassNames {
  readonly style: ClassNameStyle;
  readonly doubleText: (value: number) => string;
  /** What an object's text may stand for. */
  readonly objectOf: (entries: readonly Entry[]) => Value;
  /** The same, of entries of keys of their own that are in the order in which the driver prints them. */
  readonly printedObjectOf: (entries: readonly Entry[]) => Value;
  readonly print: (value: Value) => string;
  readonly project: (value: Value) => Value;
}

export function classNames(
  style: ClassNameStyle,
  generation: Generation,
  doubleText: (value: number) => string,
): ClassNames {
  const members = (entries: readonly Entry[]): string => {
    const own = ownEntries(entries);
    return (style.order === undefined ? own : style.order.sort(own))
      .map(([key, inner]) => `${replaceLoneSurrogates(key, '?')}${style.is}${print(inner)}`)
      .join(', ');
  };

  const parameters = (entries: readonly Entry[]): readonly Entry[] =>
    style.setsWithoutNulls === true ? entries.filter(([, inner]) => inner.kind !== 'null') : entries;

  /** A value inside another one. */
  function print(value: Value): string {
    switch (value.kind) {
      case 'null':
        return 'NullV';
      case 'boolean':
        return style.boolean(value.value);
      case 'long':
        return `LongV(${value.value})`;
      case 'double':
      case 'number':
        return `DoubleV(${finiteOr(value.value, doubleText)})`;
      case 'string':
        return `StringV(${replaceLoneSurrogates(value.value, '?')})`;
      case 'bytes':
        if (!style.bytes) return print(unknownTag('@bytes', base64(value.value)));
        return `BytesV(${[...value.value].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ')})`;
      case 'array':
        return `${style.array.open}${value.items.map(print).join(', ')}${style.array.close}`;
      case 'object':
        return `${style.object.open}${members(value.entries)}${style.object.close}`;
      case 'ref':
        return classNameRef(value, style.ref);
      case 'ts':
        return `TimeV(${style.time.print(value.text)})`;
      case 'date':
        return `DateV(${value.text})`;
      case 'uuid':
        return print(unknownTag('@uuid', build.str(value.text)));
      case 'set':
        return `${style.set.open}${members(parameters(value.entries))}${style.set.close}`;
      case 'query':
        return style.query?.print(value) ?? print(unknownTag('@query', fromWire(value.body)));
      case 'opaque':
        return `QueryV(${value.text})`;
      case 'oneOf': {
        const [first] = value.options;
        if (first !== undefined) return print(first);
        throw new TypeError('No option to print.');
      }
      case 'unsaid':
        throw new TypeError(`A value that says nothing (${value.why}) has no print.`);
    }
  }

  function objectOf(entries: readonly Entry[]): Value {
    return style.order?.loses(entries) === true
      ? printedObjectOf(style.order.sort(ownEntries(entries)))
      : orTagged(build.obj(entries), entries);
  }

  function printedObjectOf(entries: readonly Entry[]): Value {
    return style.order !== undefined && entries.length >= style.order.from
      ? { kind: 'object', entries, ordered: false }
      : orTagged({ kind: 'object', entries }, entries);
  }

  /** An object of one member whose tag the release does not know is also what that tag means. */
  function orTagged(object: Value, entries: readonly Entry[]): Value {
    const [[tag, content] = [], ...others] = entries;
    if (content === undefined || others.length > 0) return object;
    const inner = likeliest(content);
    if (tag === '@uuid' && inner.kind === 'string') return options([object, build.uuid(inner.value)]);
    if (tag === '@bytes' && !style.bytes && inner.kind === 'string') {
      const bytes = Buffer.from(inner.value, 'base64');
      return bytes.toString('base64') === inner.value ? options([object, build.bytes(bytes)]) : object;
    }
    if (tag === '@query' && style.query === undefined && inner.kind === 'object')
      return options([object, build.query(toWire(inner, generation))]);
    return object;
  }

  const projectEntries = (entries: readonly Entry[]): readonly Entry[] =>
    entries.map(([key, inner]): Entry => [key, project(inner)]);

  function project(value: Value): Value {
    switch (value.kind) {
      case 'string':
        return projectString(value.value, '?');
      case 'bytes':
        return style.bytes ? value : objectOf([['@bytes', base64(value.value)]]);
      case 'array':
        return build.arr(value.items.map(project));
      case 'object':
        return objectOf(projectEntries(value.entries));
      case 'set':
        return build.set(projectEntries(parameters(value.entries)));
      case 'ref':
        return style.ref === 'path' && isKnown(value) ? refOfPath(pathOf(value)) : value;
      case 'ts':
        return build.ts(style.time.read(style.time.print(value.text)) ?? value.text);
      case 'uuid':
        return objectOf([['@uuid', build.str(value.text)]]);
      case 'query':
        return style.query?.project(value) ?? objectOf([['@query', project(fromWire(value.body))]]);
      case 'oneOf':
        return options(value.options.map(project));
      case 'null':
      case 'boolean':
      case 'long':
      case 'double':
      case 'number':
      case 'date':
      case 'opaque':
      case 'unsaid':
        return value;
    }
  }

  return {
    style,
    doubleText,
    objectOf,
    printedObjectOf,
    print: (value) => (value.kind === 'null' ? style.topNull : print(value)),
    project,
  };
}

function unknownTag(tag: string, content: Value): Value {
  return build.obj([[tag, content]]);
}

function base64(bytes: Uint8Array): Value {
  return build.str(Buffer.from(bytes).toString('base64'));
}

function isKnown(ref: RefValue | UnsaidValue): boolean {
  return (
    ref.kind === 'ref' &&
    typeof ref.id === 'string' &&
    (ref.collection === undefined || isKnown(ref.collection))
  );
}
