import { UnprintableValue, type Format } from '../format/index.ts';
import {
  firstDifference,
  inGeneration,
  show,
  toTagged,
  toWire,
  writeJson,
  type Value,
} from '../value/index.ts';
import type { Example } from './examples.ts';
import { code } from './markdown.ts';

/** Readings of one print that a page lists. */
const MOST_READINGS = 3;

/** A row of a page's table of examples: what it is, the value on the wire, its print, and what the print reads as. */
export function exampleRow(format: Format, { name, value }: Example): readonly string[] {
  const { generation } = format.about;
  const spoken = inGeneration(value, generation);
  const wire = code(writeJson(toWire(spoken, generation)));
  const text = textOf(format, spoken);
  if (text instanceof UnprintableValue)
    return [
      name,
      wire,
      `_cannot be ${text.where === 'decode' ? 'decoded' : 'printed'}_: ${code(text.message)}`,
      '',
    ];
  return [name, wire, code(text), readingText(format, text, spoken)];
}

function textOf(format: Format, value: Value): string | UnprintableValue {
  try {
    return format.print(value);
  } catch (cause) {
    if (cause instanceof UnprintableValue) return cause;
    throw cause;
  }
}

function readingText(format: Format, text: string, value: Value): string {
  const reading = format.parse(text);
  if (!reading.ok) throw new Error(`${format.id} does not read its own print ${text}`);
  const { readings, complete } = reading;
  const [only] = readings;
  if (readings.length === 1 && complete && written(only) === written(value)) return 'the value';
  const agrees = readings.some((one) => firstDifference(one, value) === undefined);
  const listed = readings.slice(0, MOST_READINGS).map((one) => code(show(one)));
  const more = readings.length > MOST_READINGS || !complete ? ' …' : '';
  return `${listed.join(' or ')}${more}${agrees ? '' : ' (another value)'}`;
}

function written(value: Value): string {
  return writeJson(toTagged(value));
}
