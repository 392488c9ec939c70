import { jsonInteger, jsonObject, writeJson, type JsonObject } from '../../value/index.ts';
import type { Question } from '../driver.ts';
import { PROTOCOL_VERSION } from './messages.ts';

/** The line that opens the conversation, with its line feed. */
export function writeHello(): string {
  return lineOf(jsonObject({ type: 'hello', protocol: jsonInteger(PROTOCOL_VERSION) }));
}

/** A question as a line, with its line feed. */
export function writeAsk(id: string, question: Question, timeoutMs: number): string {
  const message = jsonObject({
    type: 'ask',
    id,
    endpoint: question.endpoint,
    secret: question.secret,
    timeoutMs: jsonInteger(Math.ceil(timeoutMs)),
    query: question.query,
  });
  return lineOf(message);
}

/** What some languages take for the end of a line, too: `readline` of Node.js 24, `splitlines` of Python. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

function lineOf(message: JsonObject): string {
  const escaped = writeJson(message).replaceAll(
    LINE_ENDS,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
