import type { Dialect } from '../dialect.ts';

/** How FQL prints inside of queries, and of sets from 2.8.1 on. */
export function expressionGrammar({ traits }: Dialect): readonly string[] {
  const { expressions } = traits;
  if (expressions === undefined) return [];
  const { strings, literals, values, keys, forms } = expressions;
  const special = values ? ['ref', 'time', 'date', 'bytes', 'query', 'set'] : [];
  const words = literals ? ['"true"', '"false"', '"null"', '"undefined"'] : [];
  const string = strings === 'json' ? 'json-string' : 'raw';
  const object = forms.some((form) => form === 'object' || form === 'object-first');
  return [
    `expression = ${[string, 'number', ...words, 'list', ...(object ? ['fields'] : []), ...special, 'call'].join(' | ')} ;`,
    'list = "[" [ expression { ", " expression } ] "]" ;',
    'fields = "{" [ field { ", " field } ] "}" ;',
    `field = ${keys === 'quoted' ? 'raw' : '{ character }'} ": " expression ;`,
    'call = function "(" [ expression { ", " expression } ] ")" ;  (* arguments without their names *)',
    'function = ? the first member of the expression, camel-cased ? ;',
  ];
}
