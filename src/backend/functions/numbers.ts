/** Arithmetic and functions of numbers (spec 4.11). Integers are 64 bits wide and wrap; one double makes the result a double. */
import {
  ADD,
  BIT_AND,
  BIT_OR,
  BIT_XOR,
  DIVIDE,
  fold,
  MODULO,
  MULTIPLY,
  type FqlNumber,
  type Operation,
  SUBTRACT,
} from './number/arithmetic.ts';
import * as exact from './number/exact-math.ts';
import { cosh, hypot, sinh, tanh } from './number/java-math.ts';
import { doubleText } from './to-text.ts';
import { form, type Form } from './form.ts';
import { integer, number, oneOrMore, optional } from './casts.ts';
import { invalidArgument } from '../eval/failure.ts';
import { respelled } from './respelled.ts';
import { roundTo, roundWhole, type Nudge } from './number/round.ts';
import { toLong, wrap } from './number/to-long.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';

/** Degrees in a radian and the other way, as Java has them since 9. */
const DEGREES = 57.295_779_513_082_32;
const RADIANS = 0.017_453_292_519_943_295;
const DEFAULT_PLACES = 2n;

export const numberForms: readonly Form[] = [
  folding('add', ADD),
  folding('subtract', SUBTRACT),
  folding('multiply', MULTIPLY),
  dividing('divide', DIVIDE),
  dividing('modulo', MODULO),
  ...respelled('bit_and', folding('bitand', BIT_AND)),
  ...respelled('bit_or', folding('bitor', BIT_OR)),
  ...respelled('bit_xor', folding('bitxor', BIT_XOR)),
  ...respelled(
    'bit_not',
    ofNumber('bitnot', (value) => ~(typeof value === 'bigint' ? value : toLong(value))),
  ),

  ofNumber('abs', (value) =>
    typeof value === 'bigint' ? wrap(value < 0n ? -value : value) : Math.abs(value),
  ),
  ofNumber('ceil', (value) => (typeof value === 'bigint' ? value : Math.ceil(value))),
  ofNumber('floor', (value) => (typeof value === 'bigint' ? value : Math.floor(value))),
  // No zero and not NaN has a sign of its own, as long as it is a double.
  ofNumber('sign', (value) => (value < 0 ? -1n : value === 0n ? 0n : 1n)),
  rounding('round', 0.5),
  rounding('trunc', 0),

  ofDouble('sqrt', Math.sqrt, (value) => value < 0 && 'must be positive'),
  ofDouble('exp', exact.exp),
  ofDouble('sin', exact.sin),
  ofDouble('cos', exact.cos),
  ofDouble('tan', exact.tan),
  ofDouble('sinh', sinh),
  ofDouble('cosh', cosh),
  ofDouble('tanh', tanh),
  ofDouble('asin', Math.asin, outsideOne),
  ofDouble('acos', Math.acos, outsideOne),
  ofDouble('atan', Math.atan),
  ofDouble('degrees', (value) => value * DEGREES),
  ofDouble('radians', (value) => value * RADIANS),
  ofDouble('ln', exact.log, notPositive),
  ofDouble('log', exact.log10, notPositive),
  form({
    params: { pow: number, exp: optional(number) },
    run: ({ pow, exp = 2n }) => exact.pow(Number(pow), Number(exp)),
  }),
  form({
    params: { hypot: number, b: optional(number) },
    run: ({ hypot: a, b = a }) => hypot(Number(a), Number(b)),
  }),
];

function folding(name: string, operation: Operation): Form {
  return form({
    params: { [name]: oneOrMore(number) },
    run: ({ [name]: values = [] }) => fold(values, operation),
  });
}

/** Zero divides nothing, doubles included. */
function dividing(name: string, operation: Operation): Form {
  return form({
    params: { [name]: oneOrMore(number) },
    run: ({ [name]: values = [] }, _context, position) => {
      if (values.slice(1).some((divisor) => Number(divisor) === 0))
        throw invalidArgument(position, 'Illegal division by zero.');
      return fold(values, operation);
    },
  });
}

function ofNumber(name: string, compute: (value: FqlNumber) => Data): Form {
  return form({ params: { [name]: number }, run: ({ [name]: value = 0n }) => compute(value) });
}

/** A function that is computed with doubles; `refusal` says what is wrong with a value outside its domain. */
function ofDouble(
  name: string,
  compute: (value: number) => number,
  refusal: (value: number) => string | false = () => false,
): Form {
  return form({
    params: { [name]: number },
    run: ({ [name]: value = 0n }, _context, position) => {
      const problem = refusal(Number(value));
      if (problem !== false) throw outside(value, problem, position);
      return compute(Number(value));
    },
  });
}

function rounding(name: string, nudge: Nudge): Form {
  return form({
    params: { [name]: number, precision: optional(integer) },
    run: (args) => {
      const value = args[name] ?? 0n;
      const places = typeof args['precision'] === 'bigint' ? args['precision'] : undefined;
      if (typeof value === 'number') return roundTo(value, places ?? DEFAULT_PLACES, nudge);
      // An integer has no places to lose behind the point.
      return places === undefined || places > 0n ? value : roundWhole(Number(value), places, nudge);
    },
  });
}

function outsideOne(value: number): string | false {
  return (value < -1 || value > 1) && 'must be between -1 and 1 inclusive';
}

function notPositive(value: number): string | false {
  return value <= 0 && 'must be greater than 0';
}

function outside(value: FqlNumber, problem: string, position: Position): Error {
  const text = typeof value === 'bigint' ? String(value) : doubleText(value);
  return invalidArgument(position, `${text} ${problem}`);
}
