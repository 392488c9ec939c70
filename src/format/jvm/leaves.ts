import { build, epochDay, epochDayText, instant, type Value } from '../../value/index.ts';
import { pattern, word } from '../shared/ambiguous/leaf.ts';
import type { Rule } from '../shared/ambiguous/rule.ts';
import { sequence } from '../shared/ambiguous/sequence.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** A fixed text that stands for one value. */
export function constant(text: string, value: Value): Rule<Value> {
  return sequence([word(text)], () => value);
}

/** With a fraction it is a double in Java's own spelling, without one a 64-bit integer. */
export function number(doubleText: (value: number) => string): Rule<Value> {
  return pattern('a number', /-?(?:\d+(?:\.\d+(?:E-?\d+)?)?|Infinity)|NaN/y, (text) => {
    if (text.endsWith('Infinity') || text === 'NaN') return build.double(Number(text));
    if (text.includes('.')) return doubleText(Number(text)) === text ? build.double(Number(text)) : undefined;
    const long = BigInt(text);
    return long.toString() === text && long >= LONG_MIN && long <= LONG_MAX ? build.long(long) : undefined;
  });
}

export function timestamp(): Rule<Value> {
  return pattern('a time', /[+-]?\d{4,10}-\d\d-\d\dT[\d:.]+Z/y, (text) =>
    instant(text) === undefined ? undefined : build.ts(text),
  );
}

export function date(): Rule<Value> {
  return pattern('a date', /[+-]?\d{4,10}-\d\d-\d\d(?!T)/y, (text) => {
    const day = epochDay(text);
    return day !== undefined && epochDayText(day) === text ? build.date(text) : undefined;
  });
}
