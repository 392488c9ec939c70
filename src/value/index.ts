/** The canonical value and its JSON: see `value.ts`. */
export * as build from './build.ts';
export { firstDifference, pathText, type Difference } from './difference.ts';
export { fromWire } from './from-wire.ts';
export { inGeneration } from './generation.ts';
export { epochDay, epochDayText, instant, instantText, momentText } from './instant.ts';
export { javaDouble } from './java-double.ts';
export { JsonNumber, JsonObject, jsonInteger, jsonObject, type Json } from './json.ts';
export { jsonDifference } from './json-difference.ts';
export { readJson, type JsonReading } from './read-json.ts';
export { fromTagged } from './from-tagged.ts';
export { show } from './show.ts';
export { describeTextError, textError, type TextError } from './text-error.ts';
export { toTagged } from './to-tagged.ts';
export { toWire, type Generation } from './to-wire.ts';
export type * from './value.ts';
export { writeJson } from './write-json.ts';
