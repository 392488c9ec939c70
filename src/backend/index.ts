/**
 * The embedded backend: a local FQL v4 server that answers as the database core does. The folders, in the order in
 * which a request passes them:
 *
 * - `http/` reads requests, answers headers and routes (spec 1); it knows nothing of FQL and hands a `Call` to
 * - `core.ts`, the border; `query/` runs a call: authenticates, parses, evaluates, commits, renders;
 * - `parse/` turns the JSON text into an expression: forms are found by their exact set of keys (spec 4.1);
 * - `eval/` computes it, synchronously, against one snapshot; `data/` has the values, `render/` writes them (spec 2);
 * - `functions/` is the table of forms, a file a family: see `functions/table.ts` for how to add one;
 * - `sets/`, `documents/`, `auth/` are what the families that read and write rest on (spec 2.7, 4.5–4.10, 5);
 * - `store/` keeps versions of documents and applies a query's writes at once, or not at all.
 *
 * Errors of a query are thrown as `QueryFailure`. Whatever takes time (password hashes) is not waited for: evaluation
 * stops with a `Suspension`, the work is done elsewhere, and the query is evaluated again from its start (`query/run.ts`).
 */
export {};
