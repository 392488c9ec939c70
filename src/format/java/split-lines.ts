import type { Format, Leniency, Reading } from '../format.ts';

export const SPLIT_LINES: Leniency = {
  takes: 'a result split over indented lines by hand, one field a line',
  source: 'the login tutorial of 2018, Java tab (fixtures/samples/login-2018.txt)',
};

/** Reads a print, and if it is none, the same with the line breaks of a hand taken out between fields. */
export function readSplitLines(text: string, parse: Format['parse']): Reading {
  const reading = parse(text);
  if (reading.ok || !/^\{\r?\n/.test(text) || !text.endsWith('}')) return reading;
  const joined = `{${text.slice(1, -1).trim()}}`.replaceAll(/,[ \t]*\r?\n[ \t]*/g, ', ');
  const again = parse(joined);
  // What is wrong is told of the text that was given.
  return again.ok ? again : reading;
}
