import type { Format } from '../../format.ts';
import { quotedFormat } from './quoted-format.ts';

/** The two releases whose values have `String` methods, which print them as Go code nearly. */
export const quotedFormats: readonly Format[] = [
  quotedFormat({
    id: 'go/2.12.1',
    about: {
      releases: [{ from: '2.12.1', since: '2020-05-27', to: '2.12.1', until: '2020-05-27' }],
      change: 'Values have String methods: quoted strings, type names, whole refs (cc10233, 2020-05-04).',
    },
    traits: { exponent: 'always' },
  }),
  quotedFormat({
    id: 'go/3.0',
    about: {
      releases: [{ from: '3.0.0', since: '2020-08-18', to: '3.0.0', until: '2020-08-18' }],
      change: 'Doubles below 1E+06 print without an exponent, as longs do (ea2291d, 2020-06-01).',
    },
    traits: { exponent: 'large' },
  }),
];
