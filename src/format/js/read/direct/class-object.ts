import type { ObjectValue, Value } from '../../../../value/index.ts';
import type { ClassName, Dialect } from '../../dialect.ts';
import { UNSAID } from '../../decode/elided.ts';
import { classValue } from '../../project/class-value.ts';
import type { PathRefs } from './old-refs.ts';

/** Members of a ref after its id, in the order in which the driver makes them. */
const PARTS: ReadonlySet<string> = new Set(['', 'class', 'database', 'class database']);

/** A class of the driver from its name. */
export function classNamed(name: string): ClassName | undefined {
  switch (name) {
    case 'Ref':
    case 'SetRef':
    case 'FaunaTime':
    case 'FaunaDate':
    case 'Bytes':
    case 'Query':
      return name;
    default:
      return undefined;
  }
}

/** What `Ref { value: … }` says, from its content; `undefined`: the careful reader is to judge. */
export function classObject(
  name: ClassName,
  content: Value,
  dialect: Dialect,
  paths: PathRefs,
): Value | undefined {
  if (name === 'Ref' && content.kind === 'string')
    return dialect.traits.refs.style === 'path' && content.cut === undefined
      ? paths.of(content.value)
      : undefined;
  return isSure(name, content, dialect) ? classValue(name, content, dialect) : undefined;
}

/** Whether the driver surely has such content in such an object, and prints all of it. */
function isSure(name: ClassName, content: Value, { traits }: Dialect): boolean {
  const isElided = content.kind === 'unsaid' && content.why === UNSAID.deepObject;
  switch (name) {
    case 'FaunaTime':
      return content.kind === 'string' && content.value.endsWith('Z');
    case 'FaunaDate':
      return true;
    case 'Ref':
      return isElided || (traits.refs.style === 'members' && content.kind === 'object' && isRef(content));
    case 'SetRef':
      return isElided || content.kind === 'object';
    case 'Query':
      return isElided;
    case 'Bytes':
      return false;
  }
}

/** Whether these are the members of a ref: an id, then perhaps a class and a database. */
function isRef({ entries }: ObjectValue): boolean {
  const [id, ...parts] = entries;
  if (id?.[0] !== 'id' || id[1].kind !== 'string' || id[1].cut !== undefined || id[1].value === '')
    return false;
  const keys = parts.map(([key]) => key).join(' ');
  return PARTS.has(keys) && parts.every(([, part]) => part.kind === 'ref');
}
