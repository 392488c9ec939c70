/**
 * `npm run bench [-- <measure>…]`: ratios, each of two things measured in turns in this very run, so that the machine and what
 * else it does cancel out. A goal that is not met is printed as such; timings fail no build.
 */
import { availableParallelism } from 'node:os';
import { comparisonText } from './comparison.ts';
import { measures } from './measures.ts';

const wanted = process.argv.slice(2);
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
    for (const comparison of await measure()) console.log(`${comparisonText(comparison)}\n`);
