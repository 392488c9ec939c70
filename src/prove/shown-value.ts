import { show, toTagged, writeJson, type Value } from '../value/index.ts';
import type { ProvenPair } from './proof.ts';

/** A value as a proof keeps it: for people, and as plain JSON (tagged, whose numbers are texts, so that none is rounded). */
export function shownValue(value: Value): ProvenPair['left'] {
  return { shown: show(value), tagged: JSON.parse(writeJson(toTagged(value))) };
}
