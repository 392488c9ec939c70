/**
 * What `print` writes for a result of the Python driver (spec 7). Almost nothing is lost: longs and doubles stay apart, keys
 * keep their order, sets and queries print whole. From 2.0.0 on ids stand in no quotes, so an id with brackets, commas or
 * spaces in it is ambiguous; the database admits none.
 */
import type { About, Format } from '../format.ts';
import { grammar } from './grammar.ts';
import { mask, mask2 } from './mask.ts';
import { parser } from './parse.ts';
import { parseError } from './parse-error.ts';
import { print } from './print.ts';
import { project } from './project.ts';
import { projectError } from './project-error.ts';
import { PY_0_1_0, PY_0_1_2, PY_1_1, PY_2_0, PY_2_7, type Traits } from './traits.ts';

type Told = Pick<About, 'releases' | 'generation' | 'change'>;

const IDS: readonly (readonly [id: string, traits: Traits, told: Told])[] = [
  [
    'py/0.1.0',
    PY_0_1_0,
    {
      releases: [{ from: '0.1.0', to: '0.1.1', since: '2016-12-05', until: '2016-12-06' }],
      generation: 'paths',
    },
  ],
  [
    'py/0.1.2',
    PY_0_1_2,
    {
      releases: [{ from: '0.1.2', to: '1.0.0', since: '2017-02-28', until: '2017-03-13' }],
      generation: 'paths',
      change: 'Bytes are decoded (5027a04, 2017-01-30; 108d20d, 2017-02-02).',
    },
  ],
  [
    'py/1.1',
    PY_1_1,
    {
      releases: [{ from: '1.1.0', to: '1.1.0', since: '2017-09-12', until: '2017-09-12' }],
      generation: 'paths',
      change: 'Lambdas are decoded (d5b86d3, 2017-08-23).',
    },
  ],
  [
    'py/2.0',
    PY_2_0,
    {
      releases: [{ from: '2.0.0', to: '2.6.0', since: '2018-03-20', until: '2019-01-31' }],
      generation: 'classes',
      change:
        'A ref has an id, a class and a database for a path (9dc29db, 2017-10-04; 953e3df, 2017-10-18).',
    },
  ],
  [
    'py/2.7',
    PY_2_7,
    {
      releases: [{ from: '2.7.0', to: '4.5.2', since: '2019-07-17', until: '2024-09' }],
      generation: 'collections',
      change: 'A class is called a collection (4e7c9d4, 2019-04-09; 5e2f9a4, 2019-07-17).',
    },
  ],
];

/** Releases whose package runs on Python 2.7 too. */
const LAST_FOR_PYTHON_2 = { to: '4.3.1', until: '2022-10-17' };

function formatFor(id: string, traits: Traits, told: Told): Format {
  return {
    id,
    about: {
      driver: 'Python',
      statement: 'print(result)',
      ...told,
      grammar: grammar(traits),
      leniencies: [
        {
          takes:
            'characters that are escaped or not by the age of the Unicode tables of the Python that printed',
          source: 'CPython 3.11.7 and Node.js 20, Objects/unicodectype.c: str.isprintable',
        },
        {
          takes: 'errors of all releases: a bare description, ErrorData(…) without and with its cause',
          source: 'faunadb 2.6.0, 4.3.1 and 4.5.1, faunadb/errors.py',
        },
      ],
      evidence: 'ran',
    },
    parse: parser(traits),
    print: (value) => print(value, traits),
    mask,
    steady: (text) => text,
    project: (value) => project(value, traits),
    parseError,
    projectError: (error) => projectError(error, traits),
    free: ['whether a character newer than the Unicode tables of the Python that prints is escaped'],
  };
}

/** The same on Python 2.7, seen on CPython 2.7.18 with 1.1.0, 2.6.0 and 2.12.0, the output encoded as UTF-8. */
function onPython2(id: string, traits: Traits, told: Told): Format {
  const on2 = { ...traits, isPython2: true };
  const format = formatFor(`${id}+py2`, on2, told);
  const [releases] = told.releases;
  return {
    ...format,
    variantOf: id,
    about: {
      ...format.about,
      releases: releases?.from === '2.7.0' ? [{ ...releases, ...LAST_FOR_PYTHON_2 }] : told.releases,
      runtime: 'Python 2.7',
      change:
        "Strings and keys are u'…' in ASCII, dictionaries are in hash order, a float at the top has 12 digits.",
      leniencies: [
        ...format.about.leniencies,
        {
          takes: 'an L behind integers of any size',
          source: 'CPython 2.7, Objects/longobject.c, where a C long has 32 bits',
        },
        { takes: 'keys in any order', source: 'CPython 2.7, Objects/dictobject.c: dict_repr' },
      ],
    },
    mask: mask2,
    free: [...format.free, 'the order of a dictionary', 'the L of integers beyond a C long of the platform'],
  };
}

/** Formats of the driver, oldest first. */
export const pyFormats: readonly Format[] = IDS.map(([id, traits, told]) => formatFor(id, traits, told));

/** The same formats on Python 2.7. */
export const pyVariants: readonly Format[] = IDS.map(([id, traits, told]) => onPython2(id, traits, told));
