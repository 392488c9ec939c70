/** Prints in the lines of a log, as they come. */
export type { Finding, FoundError, FoundPrint, Rest } from './finding.ts';
export { PrintFinder, type Recognizer } from './finder.ts';
