/**
 * `npm run bench [-- <measure>… <format id>…]`: ratios, each of two things measured in turns in this very run, so that the machine and what
 * else it does cancel out. A goal that is not met is printed as such; timings fail no build.
 */
import { availableParallelism } from 'node:os';
import { comparisonText } from './comparison.ts';
import { measures } from './measures.ts';
import { formatOf, formats } from '../../src/format/index.ts';

const args = process.argv.slice(2);
/** Formats that are measured, where a measure is about formats. */
const named = args.flatMap((name) => formatOf(name) ?? []);
const wanted = args.filter((name) => formatOf(name) === undefined);
const unknown = wanted.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  console.error(
    `bench: there is no "${unknown.join('", "')}". There are: ${Object.keys(measures).join(', ')}`,
  );
  process.exit(2);
}

console.log(
  `Node.js ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores\n`,
);
for (const [name, measure] of Object.entries(measures))
  if (wanted.length === 0 || wanted.includes(name))
    for (const comparison of await measure(named.length === 0 ? formats : named))
      console.log(`${comparisonText(comparison)}\n`);
