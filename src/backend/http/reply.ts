import type { Reply } from '../core.ts';
import type { Answer, Asked } from './answer.ts';

/** A reply of the core as an answer to the request. */
export function answerOf(reply: Reply, asked: Asked): Answer {
  return {
    status: reply.status,
    body: reply.body,
    pretty: reply.pretty,
    txnTime: reply.txnTime,
    bytesIn: asked.request.body.length,
    ...(reply.costs === undefined ? {} : { costs: reply.costs }),
    ...(reply.allow === undefined ? {} : { allow: reply.allow }),
  };
}
