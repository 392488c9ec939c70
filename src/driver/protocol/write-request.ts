import { jsonInteger, jsonObject, writeJson } from '../../value/index.ts';
import type { Question } from '../driver.ts';
import { PROTOCOL_VERSION } from './messages.ts';

/** The line that opens the conversation, with its line feed. */
export function writeHello(): string {
  return `${writeJson(jsonObject({ type: 'hello', protocol: jsonInteger(PROTOCOL_VERSION) }))}\n`;
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
  return `${writeJson(message)}\n`;
}
