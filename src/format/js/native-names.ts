/** The id of a native collection from its printed name: `Tokens` is `tokens`; from 4.0.0 on `AccessProviders` is `access_providers`. */
export function nativeId(name: string, spellsProviders: boolean): string {
  if (spellsProviders && name === 'AccessProviders') return 'access_providers';
  return name.charAt(0).toLowerCase() + name.slice(1);
}
