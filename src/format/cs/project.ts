import { build, type Entry, type Value } from '../../value/index.ts';
import { projectString } from '../shared/lone-surrogates.ts';
import { options } from '../shared/options.ts';
import { QUERY_TEXT, SET_TEXT, timeText } from './print.ts';

/** Whatever the culture, what is known of a set or query is this format's text. */
const FORMAT = 'cs/2.9';

/** What the C# driver's print leaves of a value: no set, no query, times to 100 nanoseconds. */
export function project(value: Value): Value {
  switch (value.kind) {
    case 'string':
      return projectString(value.value, '\ufffd');
    case 'array':
      return build.arr(value.items.map(project));
    case 'object':
      return build.obj(value.entries.map(([key, inner]): Entry => [key, project(inner)]));
    case 'ts':
      return build.ts(timeText(value.text), 100);
    case 'set':
      return opaqueSet;
    case 'query':
      return opaqueQuery;
    case 'uuid':
      return build.oneOf([build.obj([['@uuid', build.str(value.text)]]), value]);
    case 'oneOf':
      return options(value.options.map(project));
    case 'null':
    case 'boolean':
    case 'long':
    case 'double':
    case 'number':
    case 'bytes':
    case 'ref':
    case 'date':
    case 'opaque':
    case 'unsaid':
      return value;
  }
}

export const opaqueSet: Value = build.opaque('set', FORMAT, SET_TEXT);
export const opaqueQuery: Value = build.opaque('query', FORMAT, QUERY_TEXT);
