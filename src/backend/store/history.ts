import { Time } from '../data/time.ts';
import type { Obj } from '../data/obj.ts';
import type { Version, VersionAction } from './version.ts';

/** The versions of one document, oldest first. */
export interface History {
  readonly id: bigint;
  readonly versions: Version[];
}

/** What one change did; `undefined`: no such version. */
export interface Replaced {
  readonly previous: Version | undefined;
  readonly before: Version | undefined;
  readonly next: Version | undefined;
}

/** Makes a version; its `ttl` field, if it is a time, says when it expires. */
export function makeVersion(at: bigint, action: VersionAction, fields: Obj): Version {
  const ttl = fields.get('ttl');
  return { at, action, fields, expires: ttl instanceof Time ? roundedUp(ttl) : undefined };
}

/** The version current at `at`, if the document is live then. */
export function currentVersion(history: History, at: bigint, expiry: bigint): Version | undefined {
  const version = history.versions[placeAfter(history, at) - 1];
  if (version === undefined || version.action === 'delete') return undefined;
  return version.expires !== undefined && version.expires <= expiry ? undefined : version;
}

/** Puts a version in its place; one of the same time that `replaces` accepts gives way to it. */
export function putVersion(
  history: History,
  version: Version,
  replaces: (other: Version) => boolean,
): Replaced {
  const { versions } = history;
  const place = versions.findLastIndex((other) => other.at === version.at && replaces(other));
  if (place >= 0) {
    const before = versions[place];
    versions[place] = version;
    return { previous: versions[place - 1], before, next: versions[place + 1] };
  }
  const end = placeAfter(history, version.at);
  versions.splice(end, 0, version);
  return { previous: versions[end - 1], before: undefined, next: versions[end + 1] };
}

/** Takes out the version of a time and action. */
export function takeVersion(history: History, at: bigint, action: VersionAction): Replaced | undefined {
  const { versions } = history;
  const place = versions.findIndex((other) => other.at === at && sameAction(other.action, action));
  if (place < 0) return undefined;
  const [before] = versions.splice(place, 1);
  return { previous: versions[place - 1], before, next: versions[place] };
}

/** Takes out the versions that were over before a time; the one that was current then stays. */
export function forgetVersions({ versions }: History, before: bigint): void {
  const edge = versions.findLastIndex(({ at }) => at <= before);
  if (edge > 0) versions.splice(0, edge);
}

/** `create` and `update` name the same event: which it is follows from what was before (spec 4.5.4). */
function sameAction(a: VersionAction, b: VersionAction): boolean {
  return (a === 'delete') === (b === 'delete');
}

/** The index of the first version later than `at`. */
function placeAfter({ versions }: History, at: bigint): number {
  let place = versions.length;
  while (place > 0 && (versions[place - 1]?.at ?? at) > at) place--;
  return place;
}

function roundedUp(time: Time): bigint {
  return time.nanos % 1000 === 0 ? time.micros : time.micros + 1n;
}
