import { build, type Entry, type Value } from '../../value/index.ts';
import { projectString } from '../shared/lone-surrogates.ts';
import { options } from '../shared/options.ts';
import { emptyArrayOrBytes } from './grammar.ts';
import { timeText } from './print-value.ts';

/** What a JVM driver's print leaves of a value, given what its dialect leaves of objects and queries. */
export function projectJvmValue(
  value: Value,
  dialect: {
    readonly object: (entries: readonly Entry[]) => Value;
    readonly query: (value: Value & { readonly kind: 'query' }) => Value;
  },
): Value {
  const project = (inner: Value): Value => projectJvmValue(inner, dialect);
  const entries = (list: readonly Entry[]): Entry[] => list.map(([key, inner]) => [key, project(inner)]);

  switch (value.kind) {
    case 'string':
      return projectString(value.value, '?');
    case 'ts':
      return build.ts(timeText(value.text));
    case 'bytes':
      return value.value.length === 0 ? emptyArrayOrBytes : value;
    case 'array':
      return value.items.length === 0 ? emptyArrayOrBytes : build.arr(value.items.map(project));
    case 'object':
      return dialect.object(entries(value.entries));
    case 'set':
      return build.set(entries(value.entries));
    case 'query':
      return dialect.query(value);
    case 'uuid':
      return build.oneOf([build.obj([['@uuid', build.str(value.text)]]), value]);
    case 'oneOf':
      return options(value.options.map(project));
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'ref':
    case 'date':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}
