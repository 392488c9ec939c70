/**
 * A shim with one deterministic misbehaviour, for tests of everything that has to notice it:
 *
 *     node miniature.mjs <misbehaviour> [when] [concurrency]
 *
 * `when` is a number n (the n-th question of a process; default 2) or a text (every question whose query contains it).
 * It answers everything else honestly: see answer.mjs. A driver folder for each misbehaviour stands next to this file.
 */
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { abilities } from './abilities.mjs';
import { answerTo, read, write } from './answer.mjs';

const [misbehaviour = 'honest', when = '2', concurrency = '1'] = process.argv.slice(2);

/** Misbehaviours that come before or with the handshake. */
const greetings = {
  'exits-at-once': () => process.exit(0),
  'dies-on-handshake': () => die('cannot find the driver', 7),
  'no-handshake': () => undefined,
  'wrong-protocol': () => reply({ ...hello(), protocol: 2 }),
  'wrong-driver-version': () => reply({ ...hello(), driver: { ...hello().driver, version: '0.9.0' } }),
  'broken-handshake': () => reply({ type: 'hello', protocol: 1 }),
};

/** What it does with the question that it misbehaves on, instead of answering it. */
const misbehaviours = {
  honest: reply,
  'crash-on-nth': () => die('out of cheese', 3),
  'killed-on-nth': () => process.kill(process.pid, 'SIGKILL'),
  'hang-on-nth': () => {
    hung = true;
  },
  'silent-on-nth': () => undefined,
  'ignores-sigterm': () => {
    hung = true;
  },
  'answers-late': (answer) => {
    atTheEnd = () => reply(answer);
  },
  'wrong-id': (answer) => reply({ ...answer, id: 'nobody' }),
  'duplicate-answer': (answer) => raw(frame(answer) + frame(answer)),
  babbles: async (answer) => {
    raw('A driver says hello.\nand again, without a line feed');
    await nextTurn();
    raw(`${frame(answer)}{"type":"answer"}\n\nmore of it\n`);
  },
  'splits-writes': async (answer) => {
    for (const byte of Buffer.from(frame(answer))) {
      raw(Buffer.of(byte));
      await nextTurn();
    }
  },
  'oversized-reply': (answer) => raw(frame({ ...answer, padding: 'x'.repeat(65 * 1024 * 1024) })),
  'invalid-json': (answer) => raw(frame(answer).replace('"outcome"', 'outcome')),
  'cut-off-reply': (answer) => raw(frame(answer).slice(0, 40)),
  'invalid-utf8': () => raw(Buffer.from([0x1e, 0x22, 0xff, 0x22, 0x0a])),
  'invalid-base64': (answer) => reply({ ...answer, prints: ['not Base64!', 'not Base64!'] }),
  'invalid-decoded': (answer) => reply({ ...answer, decoded: { long: 5 } }),
  'missing-member': ({ prints: _prints, ...answer }) => reply(answer),
  'unknown-member': (answer) => reply({ ...answer, comment: 'hello' }),
  'floods-stderr': (answer) => {
    process.stderr.write(`${'x'.repeat(1023)}\n`.repeat(1024));
    reply(answer);
  },
  'fault-on-nth': ({ id }) => reply({ type: 'fault', id, message: 'no idea how to print this' }),
  'gives-up': () => reply({ type: 'fault', message: 'lost the driver' }),
  'second-hello': () => reply(hello()),
  'changing-print': ({ prints: [first], ...answer }) => {
    const second = Buffer.concat([Buffer.from('0xc000109bc0 '), Buffer.from(first, 'base64')]);
    reply({ ...answer, prints: [first, second.toString('base64')] });
  },
  'wrong-decoded': (answer) => reply({ ...answer, decoded: { object: [['not', 'this']] } }),
  'wrong-print': (answer) => {
    const print = Buffer.from('{"resource":{"not":"this"}}\n').toString('base64');
    reply({ ...answer, prints: [print, print] });
  },
  'exits-with-status': (answer) => {
    atTheEnd = () => process.exit(9);
    reply(answer);
  },
};

if (misbehaviour === 'ignores-sigterm') process.on('SIGTERM', () => undefined);
if (misbehaviour === 'answers-late')
  process.on('SIGTERM', () => {
    atTheEnd();
    process.exit(0);
  });
if (!(misbehaviour in greetings) && !(misbehaviour in misbehaviours))
  die(`no misbehaviour "${misbehaviour}"`, 2);

let count = 0;
let hung = false;
let atTheEnd = () => undefined;
// Something to keep it alive after the end of its input, for the one that does not stop.
const alive = setInterval(() => undefined, 2 ** 30);

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
lines.on('line', (line) => void take(read(line)));
lines.on('close', () => {
  atTheEnd();
  if (!hung && misbehaviour !== 'no-handshake') clearInterval(alive);
});

async function take(message) {
  if (hung) return;
  if (message.get('type') === 'hello') return (greetings[misbehaviour] ?? (() => reply(hello())))();
  const question = Object.fromEntries(message);
  count += 1;
  const triggered = /^\d+$/.test(when) ? count === Number(when) : write(question.query).includes(when);
  const act = triggered ? (misbehaviours[misbehaviour] ?? reply) : reply;
  await act({ type: 'answer', id: question.id, ...(await answerTo(question)) });
}

function hello() {
  return {
    type: 'hello',
    protocol: 1,
    driver: { name: misbehaviour, package: 'miniature', version: '1.0.0' },
    runtime: { name: 'Node.js', version: process.versions.node },
    platform: `${process.platform} ${process.arch}`,
    locale: process.env.LC_ALL ?? process.env.LANG ?? 'C',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    concurrency: Number(concurrency),
    abilities,
  };
}

function reply(message) {
  raw(frame(message));
}

function frame(message) {
  return `\u001e${JSON.stringify(message)}\n`;
}

function raw(text) {
  process.stdout.write(text);
}

function die(message, status) {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}
