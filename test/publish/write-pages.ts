/** Writes `docs/formats` anew: `npm run pages`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pages } from '../../src/publish/pages.ts';

const folder = new URL('../../docs/formats/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, text } of pages) {
  console.log(`docs/formats/${name} …`);
  writeFileSync(new URL(name, folder), text());
}
