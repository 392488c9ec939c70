/**
 * `npm run nightly -- --record`: writes `fixtures/node-prints.jsonl.gz`, what one release of Node.js for each layout really
 * prints for some arbitrary trees and for answers that some releases of the driver have decoded.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { startAnsweringDatabase } from '../answering-database.ts';
import { fetchNode, NODES } from '../fetch-node.ts';
import type { Program } from '../old-node.ts';
import { fetchDrivers } from '../releases.ts';
import { recordTrees } from './record-trees.ts';
import { recordValues } from './record-values.ts';

const FIXTURE = new URL('../../../fixtures/node-prints.jsonl.gz', import.meta.url);

const programs = new Map<string, Program>();
for (const node of NODES)
  if (!programs.has(node.profile)) programs.set(node.profile, had(await fetchNode(node)));
await using database = await startAnsweringDatabase();
const drivers = had(await fetchDrivers());
const lines = [...(await recordTrees(programs)), ...(await recordValues(programs, drivers, database))];
const bytes = gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { level: 9 });
writeFileSync(FIXTURE, bytes);
console.log(`${lines.length} lines, ${bytes.length} bytes`);

/** All have to be there, or the fixture would lose some. */
function had<T>(fetched: T | { readonly unavailable: string }): T {
  if (typeof fetched === 'object' && fetched !== null && 'unavailable' in fetched)
    throw new Error(`unavailable: ${fetched.unavailable}`);
  return fetched;
}
