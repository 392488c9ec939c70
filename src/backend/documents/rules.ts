import { isTagged, type Data } from '../data/data.ts';
import { invalidType } from './failures.ts';
import { storedType } from './stored-type.ts';
import type { FieldRule } from './kind.ts';

/** Field rules that several kinds share. */
export const dataRule: FieldRule = typed(
  'data',
  'Map',
  (value) => isTagged(value) && value.kind === 'object',
);
export const ttlRule: FieldRule = typed(
  'ttl',
  'Timestamp',
  (value) => isTagged(value) && value.kind === 'time',
);
export const constraintsRule: FieldRule = typed(
  'constraints',
  'Map',
  (value) => isTagged(value) && value.kind === 'object',
);
export const instanceRule: FieldRule = {
  ...typed('instance', 'Ref', (value) => isTagged(value) && value.kind === 'ref'),
  required: true,
};

export function stringRule(name: string): FieldRule {
  return typed(name, 'String', (value) => typeof value === 'string');
}

/** A field of one type. */
export function typed(name: string, type: string, test: (value: Data) => boolean): FieldRule {
  return {
    name,
    check: (value, field) => (test(value) ? [] : [invalidType(field, storedType(value), type)]),
  };
}

/** `priority`: out of range counts as a wrong type (spec 4.8). */
export const priorityRule: FieldRule = typed(
  'priority',
  'Priority',
  (value) => typeof value === 'bigint' && value >= 1n && value <= 500n,
);

const NAME = /^[;@+$\-_.!~%\p{L}\p{M}\p{Nd}\p{Pc}]+$/u;

/** The name of a schema document (spec 4.9). */
export const nameRule: FieldRule = {
  name: 'name',
  required: true,
  check: (value, field) => {
    if (typeof value !== 'string') return [invalidType(field, storedType(value), 'Name')];
    if (value === '_')
      return [{ field, code: 'reserved name', description: 'Invalid name _. Reserved names: _.' }];
    if (NAME.test(value)) return [];
    const description = `The name ${value} uses invalid characters. Valid characters must match: [;@+$\\-_.!~%\\w]+`;
    return [{ field, code: 'invalid characters', description }];
  },
};
