import { readFileSync } from 'node:fs';

/** The version of printproof, from its package.json. */
export function toolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  // Checked by hand: a schema library would be half of what `serve` loads.
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('The package.json of printproof names no version.');
}
