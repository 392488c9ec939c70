import type { About } from '../format.ts';
import type { ClassNameStyle } from './class-name/style.ts';
import { HIGH_PRECISION, INSTANT } from './times.ts';

/** What the Java and the Scala driver of one release have in common: they came out together (spec 8.a, 9.a and 14). */
export interface OldRelease {
  readonly about: Pick<About, 'releases' | 'change' | 'generation'>;
  readonly time: ClassNameStyle['time'];
  readonly bytes: boolean;
  readonly query: boolean;
}

/** 0.3.0. */
export const V03 = {
  about: {
    releases: [{ from: '0.3.0', since: '2016-07-11', to: '0.3.0', until: '2016-07-11' }],
    generation: 'paths',
  },
  time: INSTANT,
  bytes: false,
  query: false,
} as const satisfies OldRelease;

/** 0.3.1 to 0.3.3. */
export const V031 = {
  about: {
    releases: [{ from: '0.3.1', since: '2016-08-02', to: '0.3.3', until: '2016-10-28' }],
    change: 'Times have nine digits always (2fb51189, 2016-07-22); before 1970 the fraction may be negative.',
    generation: 'paths',
  },
  time: HIGH_PRECISION,
  bytes: false,
  query: false,
} as const satisfies OldRelease;

/** 0.4.0 to 1.0.0. */
export const V04 = {
  about: {
    releases: [{ from: '0.4.0', since: '2017-02-28', to: '1.0.0', until: '2017-03-13' }],
    change: 'Bytes are decoded and print as BytesV(0x01, 0x02) (9621c15e, 2017-02-03).',
    generation: 'paths',
  },
  time: HIGH_PRECISION,
  bytes: true,
  query: false,
} as const satisfies OldRelease;

/** 1.1.0 to 1.2.7, and 2.0.0. */
export const V11 = {
  about: {
    releases: [
      { from: '1.1.0', since: '2017-05-02', to: '1.2.7', until: '2019-06-07' },
      { from: '2.0.0', since: '2018-08-30', to: '2.0.0', until: '2018-08-30' },
    ],
    generation: 'paths',
  },
  time: HIGH_PRECISION,
  bytes: true,
  query: true,
} as const satisfies OldRelease;

/** 2.1.0 to 2.2.0. */
export const V21 = {
  about: {
    releases: [{ from: '2.1.0', since: '2018-03-21', to: '2.2.0', until: '2018-05-03' }],
    generation: 'classes',
  },
  time: HIGH_PRECISION,
  bytes: true,
  query: true,
} as const satisfies OldRelease;
