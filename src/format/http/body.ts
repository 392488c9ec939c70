import { readJson, type JsonReading, textError } from '../../value/index.ts';

/** A captured answer: `curl -i` and documentation samples put the status line, and perhaps headers, before the body. */
export interface Answer {
  readonly status?: number;
  readonly body: JsonReading;
}

const STATUS_LINE = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n(?:[\w-]+:[^\n]*\n)*\r?\n?/;

/** Splits a captured answer and reads its body; errors are placed in the whole text. */
export function readAnswer(text: string): Answer {
  const head = STATUS_LINE.exec(text);
  const start = head?.[0].length ?? 0;
  const body = readJson(text.slice(start));
  return {
    ...(head === null ? {} : { status: Number(head[1]) }),
    body: body.ok
      ? body
      : { ok: false, error: textError(text, start + body.error.offset, body.error.expected) },
  };
}
