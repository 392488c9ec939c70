import { evaluate } from '../eval/evaluate.ts';
import { isTagged, type Data } from '../data/data.ts';
import { notFound, refused } from './replies.ts';
import { parseQuery } from '../parse/parser.ts';
import { readQuery } from './read-query.ts';
import { render } from '../render/renderer.ts';
import { restQuery } from './rest-query.ts';
import type { Call, Reply } from '../core.ts';
import type { Context } from '../eval/context.ts';

/** Evaluates a call and writes the answer; the writes are still to be committed. Errors of the query are thrown. */
export function answer({ request }: Call, context: Context): Reply {
  const { snapshot } = context.transaction;
  if (request.kind === 'query') return answerQuery(readQuery(request.text), context);
  const meaning = restQuery(request, context);
  switch (meaning.kind) {
    case 'query':
      return answerQuery(meaning.query, context);
    case 'not found':
      return notFound(snapshot);
    case 'forbidden':
      return refused(403, 'forbidden', meaning.description, snapshot);
    case 'not allowed':
      return refused(
        405,
        'method not allowed',
        `Allowed methods are ${meaning.allow.join(', ')}.`,
        snapshot,
        { allow: meaning.allow },
      );
  }
}

/** The value of a call's query; `null` for a request to a legacy path. */
export function evaluateQuery({ request }: Call, context: Context): Data {
  if (request.kind !== 'query') return null;
  return evaluate(parseQuery(readQuery(request.text), context), undefined, context);
}

function answerQuery(query: Data, context: Context): Reply {
  const { transaction, auth, version, costs } = context;
  const value = evaluate(parseQuery(query, context), undefined, context);
  const resource = render(value, { scope: auth.scope, version, transaction });
  return {
    // Whatever the query did, what counts is whether it gives a document that it made (spec 1.9).
    status: isTagged(value) && value.kind === 'document' && value.isNew ? 201 : 200,
    body: `{"resource":${resource}}`,
    pretty: false,
    txnTime: transaction.wrote ? transaction.commitTime : transaction.snapshot,
    costs: costs.total(),
  };
}
