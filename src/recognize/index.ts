/** From a bare text to the formats that could have printed it: `recognize` for values, `recognizeErrors` for errors. */
export type { Fit } from './fit.ts';
export type { ErrorRecognition, Recognition } from './recognition.ts';
export { recognize } from './recognize.ts';
export { recognizeErrors } from './recognize-errors.ts';
