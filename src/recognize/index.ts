/**
 * From a bare text to the formats that could have printed it: `recognize` for values, `recognizeErrors` for errors; and the
 * everyday way in and out where the format is known, `parse` and `print`.
 */
export type { Fit } from './fit.ts';
export { holesOf } from './holes.ts';
export { parse, print, type Parsed } from './parse.ts';
export type { ErrorRecognition, Recognition } from './recognition.ts';
export { recognize } from './recognize.ts';
export { recognizeErrors } from './recognize-errors.ts';
export { UnknownFormat } from './unknown-format.ts';
export {
  PrintFinder,
  type Recognizer,
  type Finding,
  type FoundError,
  type FoundPrint,
  type Rest,
} from './find/index.ts';
export { groupOf } from './tables.ts';
