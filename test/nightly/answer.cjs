// What the nightly comparison asks of a Node.js: it runs on Node.js 4 and later, so it is written in the JavaScript of 2015.
//
//     node answer.cjs                 lays out trees
//     node answer.cjs <driver> <port> asks that driver of the server on that port
//
// A question is a line of JSON on standard input, its answer one on standard output, each in ASCII, so that no text depends on
// how a release reads UTF-8, splits lines or writes lone surrogates.
'use strict';
const readline = require('readline');
const trees = require('../format/js/layout/inspect-trees.cjs');

const realWrite = process.stdout.write.bind(process.stdout);
let captured;
// What a driver writes by itself is dropped: 4.3.0 to 4.4.1 look for a newer version when they are loaded.
process.stdout.write = function (chunk, encoding, done) {
  if (captured !== undefined) captured.push(Buffer.from(chunk, 'utf8'));
  const written = typeof encoding === 'function' ? encoding : done;
  if (typeof written === 'function') written();
  return true;
};
// That look-up may fail, and nobody waits for it.
process.on('unhandledRejection', function () {});

function reply(answer) {
  const line = JSON.stringify(answer).replace(/[^ -~]/g, function (unit) {
    return `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`;
  });
  realWrite(`${line}\n`);
}

/** What `console.log` writes for a value, without its line feed. */
function printed(value) {
  captured = [];
  try {
    console.log(value);
    return Buffer.concat(captured).toString('utf8').slice(0, -1);
  } finally {
    captured = undefined;
  }
}

function raised(error) {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function open(path, port) {
  const driver = require(path);
  return new driver.Client({ secret: 'secret', domain: '127.0.0.1', scheme: 'http', port: Number(port) });
}

function answerWithPrint(value) {
  let text;
  try {
    text = printed(value);
  } catch (error) {
    return reply({ fails: 'print', message: raised(error) });
  }
  return reply({ printed: text });
}

function respond(client, question) {
  if (question.trees === undefined)
    return client.query({}).then(answerWithPrint, function (error) {
      // An answer of the database with an error status, which people print like anything else.
      if (error.requestResult !== undefined) return answerWithPrint(error);
      reply({ fails: 'decode', message: raised(error) });
    });
  const values = question.trees.map(trees.valueOf);
  return reply({
    texts: values.map(function (value) {
      return trees.textOf(value, question.depth);
    }),
  });
}

let client;
try {
  if (process.argv.length > 2) client = open(process.argv[2], process.argv[3]);
  reply({ ready: process.versions.node });
} catch (error) {
  reply({ unavailable: raised(error) });
}
const lines = readline.createInterface({ input: process.stdin });
lines.on('line', function (line) {
  respond(client, JSON.parse(line));
});
lines.on('close', function () {
  process.exit(0);
});
