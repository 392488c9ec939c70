// What a person would write instead of a harness: the driver, a query, two prints, nothing else.
//     node bare.mjs <url> <secret> <questions> <at once>
// Its prints go to standard output; the milliseconds of the loop, after a warm-up, go to standard error.
import faunadb from 'faunadb';

const [url, secret, questions, width] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const { query: q } = faunadb;
const client = new faunadb.Client({
  secret,
  domain: hostname,
  port: Number(port),
  scheme: 'http',
  checkNewVersion: false,
});

async function loop(count) {
  let next = 0;
  const worker = async () => {
    while (next++ < count) {
      const value = await client.query(q.Get(q.Ref(q.Collection('bench'), '1')));
      console.log(value);
      console.log(value);
    }
  };
  await Promise.all(Array.from({ length: Number(width) }, worker));
}

await loop(Number(questions) / 4);
const start = performance.now();
await loop(Number(questions));
console.error(performance.now() - start);
process.exit(0);
