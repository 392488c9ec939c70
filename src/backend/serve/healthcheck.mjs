// Healthy means that the database answers: a query goes through authentication, evaluation and rendering.
const { FAUNA_ROOT_KEY = 'secret', PORT = '8443' } = process.env;
const response = await fetch(`http://127.0.0.1:${PORT}/`, {
  method: 'POST',
  headers: { authorization: `Bearer ${FAUNA_ROOT_KEY}`, 'x-faunadb-api-version': '4' },
  body: '{"add":[1,1]}',
  signal: AbortSignal.timeout(2000),
});
process.exitCode = (await response.text()) === '{"resource":2}' ? 0 : 1;
