import * as fc from 'fast-check';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { writeAsk, writeHello } from '../../../src/driver/protocol/write-request.ts';
import { readJson } from '../../../src/value/index.ts';

const NOT_ESCAPED = /[\n\r\v\f\u0085\u2028\u2029]/;

function ask(query: string): string {
  return writeAsk('1', { endpoint: 'http://127.0.0.1:1', secret: 'secret', query }, 1000);
}

test('a question is one line, for every language that reads lines', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      const line = ask(query);
      expect(line.endsWith('\n')).toBe(true);
      expect(line.slice(0, -1)).not.toMatch(NOT_ESCAPED);
      const read = readJson(line);
      expect(read.ok && read.json).toMatchObject({
        members: expect.arrayContaining([['query', query]]),
      });
    }),
  );
});

test.each(['\u0085', '\u2028', '\u2029', '\r\n'])(
  'the reader of Node.js takes %j for no end of a line',
  async (end) => {
    const lines: string[] = [];
    for await (const line of createInterface({ input: Readable.from([writeHello(), ask(`a${end}b`)]) }))
      lines.push(line);
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ query: `a${end}b` });
  },
);
