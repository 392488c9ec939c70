// A bare HTTP/2 server: what Node.js itself can do with a request that has a body. It prints its URL.
import { createServer } from 'node:http2';

const server = createServer();
server.on('stream', (stream) => {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', () => {
    stream.respond({ ':status': 200, 'content-type': 'application/json;charset=utf-8' });
    stream.end(Buffer.concat(chunks));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
