import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { NoServerError } from './check-server.ts';
import { ownExceptions, ownRecordings } from './fixtures.ts';
import { renderConformTable } from './render-table.ts';
import { runConform } from './run-conform.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    secret: { type: 'string', default: 'secret' },
    file: { type: 'string', multiple: true },
    family: { type: 'string', multiple: true },
    history: { type: 'string' },
    every: { type: 'string' },
    limit: { type: 'string' },
    steps: { type: 'string' },
    parallel: { type: 'string' },
    show: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (values.url === undefined) {
  process.stderr.write('conform needs the server to replay against: --url http://127.0.0.1:8443\n');
  process.exit(2);
}
const count = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
const own = await ownRecordings();
const report = await orExit(
  runConform({
    url: values.url,
    secret: values.secret,
    recordings: values.file?.map((file) => own.find((path) => basename(path, '.gz') === file) ?? file) ?? own,
    families: values.family,
    history: values.history,
    every: count(values.every),
    limit: count(values.limit),
    steps: count(values.steps),
    parallel: count(values.parallel),
    exceptions: await ownExceptions(),
  }),
);
process.stdout.write(
  values.json
    ? `${JSON.stringify(report, undefined, 2)}\n`
    : renderConformTable(report, { differences: count(values.show), allFunctions: values.all }),
);
process.exitCode = report.total.different > 0 ? 1 : 0;

async function orExit<T>(running: Promise<T>): Promise<T> {
  try {
    return await running;
  } catch (error) {
    if (!(error instanceof NoServerError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
