/** The first line of an error that `console.log` printed, and its first stack frame (spec 4.c.3). */
const ERROR = /^(?:\{ )?\S+(?: \[\w+\])?: [^\n]*\n {4}at /;
/** The same without a stack, which 4.4.2 is the first to print: in brackets, with the answer among its members. */
const STACKLESS = /^(?:\{ )?\[[A-Za-z]\w*(?: \[\w+\])?: [\s\S]*\n +requestResult:\s/;

/** Headers whose value the database, the clock or chance decides, and the two times that the driver notes. */
const VOLATILE =
  /^( +(?:'x-(?:txn-time|query-time|query-bytes-in|query-bytes-out|compute-ops|byte-read-ops|byte-write-ops|storage-bytes-read|storage-bytes-write|txn-retries|faunadb-build)'|traceparent|date|startTime|endTime|_lastSeen): )('[^'\n]*'|\d+)/gm;

/**
 * Prints of values are a function of the value. A printed error also shows stack frames (files and lines of whoever asked),
 * response headers and times; those get a fixed word.
 */
export function steady(text: string): string {
  if (!ERROR.test(text) && !STACKLESS.test(text)) return text;
  return text
    .replaceAll(
      /(?:^ {4}at [^\n{]*(?:\{(?=\n)|\n|$))+/gm,
      (frames) => `    at …${frames.endsWith('{') ? ' {' : '\n'}`,
    )
    .replaceAll(VOLATILE, '$1…');
}
