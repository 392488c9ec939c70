import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../src/driver/manifest.ts';
import { requestSchema } from '../../src/driver/protocol/messages.ts';
import { readReply } from '../../src/driver/protocol/read-reply.ts';

const contract = readFileSync(new URL('../../drivers/README.md', import.meta.url), 'utf8');

/** The examples of the contract: each begins with its mark in an indented block and goes on in the lines below it. */
function examples(mark: '→' | '←' | '{'): string[] {
  const found: { mark: string; text: string }[] = [];
  for (const line of contract.split('\n')) {
    const begin = /^ {4}(?:([→←]) |(?=(\{)))(.*)$/.exec(line);
    const last = found.at(-1);
    if (begin !== null) found.push({ mark: begin[1] ?? begin[2] ?? '', text: begin[3] ?? '' });
    else if (line.startsWith('     ') && last !== undefined) last.text += line.trim();
  }
  return found.filter((example) => example.mark === mark).map(({ text }) => text);
}

describe('the examples of drivers/README.md', () => {
  it('of requests fit the schema', () => {
    const requests = examples('→').map((text) => requestSchema.parse(JSON.parse(text)).type);
    expect(requests).toEqual(['hello', 'ask']);
  });

  it('of replies are read as what they show', () => {
    const replies = examples('←').map((text) => readReply(text, { strict: true }));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    const kinds = replies.map((reading) => {
      if (!reading.ok) return reading.problem;
      return reading.reply.type === 'answer' ? reading.reply.answer.outcome : reading.reply.type;
    });
    expect(kinds).toEqual(['hello', 'value', 'error', 'unprintable', 'unsupported', 'fault']);
  });

  it('of driver.json fits the schema', () => {
    expect(examples('{').map((text) => manifestSchema.parse(JSON.parse(text)).name)).toEqual(['java']);
  });
});
