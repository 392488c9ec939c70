import { instant, instantText } from '../../value/index.ts';
import { readMoment } from './direct/moment.ts';
import { readNineDigits } from './direct/nine-digit-time.ts';
import type { ClassNameStyle } from './class-name/style.ts';
import { highPrecisionText, readHighPrecision } from './high-precision-time.ts';
import { timeText } from './print-value.ts';

/** `java.time.Instant`: a fraction of 0, 3, 6 or 9 digits (0.3.0, and from 2.5.2 on). */
export const INSTANT: ClassNameStyle['time'] = {
  print: timeText,
  read: (text) => {
    const time = instant(text);
    return time === undefined ? undefined : instantText(time);
  },
  direct: readMoment,
};

/** `HighPrecisionTime`: nine digits always (0.3.1 to 2.2.0). */
export const HIGH_PRECISION: ClassNameStyle['time'] = {
  print: highPrecisionText,
  read: readHighPrecision,
  direct: readNineDigits,
};
