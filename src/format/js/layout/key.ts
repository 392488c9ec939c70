import { TRAITS, type Profile } from './profile.ts';
import { escapeControls, quote } from './quote.ts';

const BARE = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

/** The key of a member as it is printed. */
export function keyText(key: string, profile: Profile): string {
  const traits = TRAITS[profile];
  if (key === '__proto__') return traits.proto;
  if (BARE.test(key)) return key;
  return hasUnescapedKeys(profile) ? unescapedKey(key) : quote(key, traits);
}

/** Whether keys in quotes keep their backslashes as they are, so that several keys may print alike. */
export function hasUnescapedKeys(profile: Profile): boolean {
  return profile === 'n4' || profile === 'n6';
}

/**
 * Node.js 4 and 6 undo the escapes of JSON around a key in an order of their own: of two backslashes one is left, so a key
 * with a backslash and one with an escape may look alike, and a last backslash takes the closing quote for escaped.
 */
function unescapedKey(key: string): string {
  const inJson = `"${escapeControls(key, TRAITS.n6).replaceAll('"', String.raw`\"`)}"`;
  const requoted = inJson.replaceAll("'", String.raw`\'`).replaceAll(String.raw`\"`, '"');
  return `'${requoted.slice(1, -1).replaceAll('\\\\', '\\')}'`;
}
