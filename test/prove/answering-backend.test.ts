import { expect, it } from 'vitest';
import { startAnswering } from '../../src/prove/answering-backend.ts';
import { wire } from '../../src/ledger/kind.ts';
import { toWire, writeJson, type Json } from '../../src/value/index.ts';

async function ask(url: string, query: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { authorization: 'Bearer secret', 'x-faunadb-api-version': '4' };
  const response = await fetch(url, { method: 'POST', headers, body: query });
  return { status: response.status, text: await response.text() };
}

it('answers what it was told to, as it stands: the database itself would drop, refuse or escape some of it', async () => {
  await using backend = await startAnswering();
  const texts = [
    'null',
    '9223372036854775807',
    '-0.0',
    '"\\ud800"',
    '{"@query":{"lambda":"x","expr":null}}',
    '{"@obj":{"@ref":"notaref"}}',
  ];
  const told = wire(...texts).map((value): { readonly json: Json; readonly query: string } => {
    const json = toWire(value);
    return { json, query: writeJson(backend.answer(json)) };
  });
  for (const { json, query } of told)
    expect(await ask(backend.url, query)).toEqual({ status: 200, text: `{"resource":${writeJson(json)}}` });
});

it('answers an error to every other query', async () => {
  await using backend = await startAnswering();
  expect(await ask(backend.url, '0')).toMatchObject({
    status: 400,
    text: expect.stringContaining('No such answer.'),
  });
});
