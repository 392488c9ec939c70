import { describe, expect, it } from 'vitest';
import { askFor } from './ask-for.ts';

const CHECKS = [
  'is_number',
  'is_double',
  'is_integer',
  'is_boolean',
  'is_null',
  'is_bytes',
  'is_timestamp',
  'is_date',
  'is_uuid',
  'is_string',
  'is_array',
  'is_object',
  'is_ref',
  'is_set',
  'is_doc',
  'is_lambda',
  'is_collection',
  'is_database',
  'is_index',
  'is_function',
  'is_key',
  'is_token',
  'is_credentials',
  'is_role',
];

describe('type checks', () => {
  it.each<readonly [string, string]>([
    ['1', 'is_number is_integer'],
    ['1.0', 'is_number is_double'],
    ['true', 'is_boolean'],
    ['null', 'is_null'],
    ['"x"', 'is_string'],
    ['[]', 'is_array'],
    ['{"object":{}}', 'is_object'],
    ['{"@bytes":""}', 'is_bytes'],
    ['{"time":"now"}', 'is_timestamp'],
    ['{"date":"2020-01-01"}', 'is_date'],
    ['{"@uuid":"1-1-1-1-1"}', 'is_uuid'],
    ['{"query":{"lambda":"x","expr":1}}', 'is_lambda'],
    ['{"singleton":{"ref":{"tokens":null},"id":"1"}}', 'is_set'],
    ['{"paginate":{"ref":{"tokens":null},"id":"1"}}', 'is_object'],
    ['{"collections":null}', 'is_ref is_set is_doc is_collection'],
    ['{"tokens":null}', 'is_ref is_set is_doc is_collection'],
    ['{"ref":{"tokens":null},"id":"1"}', 'is_ref is_doc is_token'],
    ['{"ref":{"keys":null},"id":"1"}', 'is_ref is_doc is_key'],
    ['{"ref":{"credentials":null},"id":"1"}', 'is_ref is_doc is_credentials'],
    ['{"index":"nope"}', 'is_ref'],
  ])('%s %s', async (value, checks) => {
    const query = `{"let":{"v":${value}},"in":[${CHECKS.map((name) => `{"${name}":{"var":"v"}}`).join(',')}]}`;
    const held: readonly boolean[] = JSON.parse(await askFor(query));
    expect(CHECKS.filter((_, index) => held[index]).join(' ')).toBe(checks);
  });
});
