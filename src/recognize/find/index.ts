/** Prints in the lines of a log, as they come. */
export type { Finding, FoundError, FoundPrint, Place, Rest } from './finding.ts';
export { PrintFinder, type Recognizer } from './finder.ts';
