import { API_VERSIONS, type ApiVersion } from '../core.ts';

const RANK: ReadonlyMap<ApiVersion, number> = new Map(API_VERSIONS.map((version, index) => [version, index]));

/** True when `version` is `other` or newer (spec 2.1). */
export function atLeast(version: ApiVersion, other: ApiVersion): boolean {
  return rank(version) >= rank(other);
}

/** The newer of the two. */
export function newer(a: ApiVersion, b: ApiVersion): ApiVersion {
  return rank(a) >= rank(b) ? a : b;
}

/** The version with that name; `undefined`: there is none. */
export function apiVersion(text: string): ApiVersion | undefined {
  return API_VERSIONS.find((version) => version === text);
}

/** What error texts call a collection: the words changed with 2.7 (spec 2.1). */
export function collectionWord(version: ApiVersion): 'collection' | 'class' {
  return atLeast(version, '2.7') ? 'collection' : 'class';
}

/** What error texts call a document. */
export function documentWord(version: ApiVersion): 'document' | 'instance' {
  return atLeast(version, '2.7') ? 'document' : 'instance';
}

function rank(version: ApiVersion): number {
  return RANK.get(version) ?? 0;
}
