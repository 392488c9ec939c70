/** Functions that print a child of a native collection, and that collection's id. */
export const NAMED_IN: ReadonlyMap<string, string> = new Map([
  ['Collection', 'collections'],
  ['Database', 'databases'],
  ['Index', 'indexes'],
  ['Function', 'functions'],
  ['Role', 'roles'],
  ['AccessProvider', 'access_providers'],
]);

/** The id of a native collection from its printed name: `Tokens` is `tokens`, `AccessProviders` is `access_providers`. */
export function nativeId(name: string): string {
  return name === 'AccessProviders' ? 'access_providers' : name.charAt(0).toLowerCase() + name.slice(1);
}
