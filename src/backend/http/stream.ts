import { type Call, type Core, STREAM_FIELDS, type StreamField } from '../core.ts';
import { type Answer, type Asked, NO_COSTS, response, responseHeaders } from './answer.ts';
import type { HttpResponse } from './message.ts';
import { answerOf } from './reply.ts';
import { readParameters } from './target.ts';
import { traceparent } from './traceparent.ts';

/** Answers `POST /stream` (spec 1.14): an answer that goes on, or why there is none. */
export async function openStream(core: Core, call: Call, query: string, asked: Asked): Promise<HttpResponse> {
  const fields = readFields(readParameters(query).get('fields'));
  const stopped = new AbortController();
  const stop = (): void => {
    stopped.abort();
  };
  const opened = await core.subscribe(call, fields.known, stopped.signal);
  if (!('kind' in opened)) return response(answerOf(opened, asked), asked);
  if (fields.unknown !== undefined) {
    // The secret is checked first, and the core has done so.
    stop();
    return response(unknownField(fields.unknown, opened.txnTime, asked), asked);
  }
  const { status, txnTime, costs } = { status: 200, ...opened };
  const headers = responseHeaders({ status, body: '', txnTime, costs, bytesIn: bytesIn(asked) }, asked, '');
  return {
    kind: 'stream',
    status,
    headers: ['x-fauna-stream-id', opened.streamId, ...headers],
    traceparent: traceparent(asked.headers.traceparent),
    chunks: opened.events,
    stop,
  };
}

function bytesIn(asked: Asked): number {
  return asked.request.body.length;
}

function readFields(text: string | undefined): {
  readonly known: readonly StreamField[] | undefined;
  readonly unknown: string | undefined;
} {
  if (text === undefined) return { known: undefined, unknown: undefined };
  const names = text.split(',');
  const known = STREAM_FIELDS.filter((field) => names.includes(field));
  return { known, unknown: names.find((name) => !STREAM_FIELDS.some((field) => field === name)) };
}

function unknownField(name: string, txnTime: bigint, asked: Asked): Answer {
  const description = `Invalid url parameter fields. Invalid field name '${name}'.`;
  const body = JSON.stringify({ errors: [{ position: [], code: 'invalid url parameter', description }] });
  return { status: 400, body, txnTime, costs: NO_COSTS, bytesIn: bytesIn(asked) };
}
