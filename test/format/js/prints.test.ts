import { describe } from 'vitest';
import { IDS } from '../../../src/format/js/ids.ts';
import { makeFormat } from '../../../src/format/js/make-format.ts';
import type { Profile } from '../../../src/format/js/layout/profile.ts';
import type { Format } from '../../../src/format/format.ts';
import { describeRealPrints } from '../real-prints.ts';

const NODE_10 = 'Node.js 10.24.1';
const NODE_12 = 'Node.js 12.22.12';
const NODE_20 = 'Node.js 20.20.2';

/** Every release that was recorded, with the id that prints as it did. */
const RECORDED: readonly (readonly [id: string, profile: Profile, version: string, runtime: string])[] = [
  ['js/0.2.3', 'n16', '1.1.2', NODE_20],
  ['js/2.0', 'n16', '2.0.2', NODE_20],
  ['js/2.0', 'n10', '2.0.2', NODE_10],
  ['js/2.1', 'n16', '2.5.0', NODE_20],
  ['js/2.5.1', 'n16', '2.6.1', NODE_20],
  ['js/2.5.1', 'n10', '2.6.1', NODE_10],
  ['js/2.7', 'n16', '2.7.0', NODE_20],
  ['js/2.8.1', 'n16', '2.8.1', NODE_20],
  ['js/2.12', 'n16', '2.13.1', NODE_20],
  ['js/2.14.2', 'n16', '2.14.2', NODE_20],
  ['js/3.0', 'n16', '3.0.1', NODE_20],
  ['js/4.0.0', 'n16', '4.0.0', NODE_20],
  ['js/4.0.1', 'n16', '4.1.0', NODE_20],
  ['js/4.3', 'n16', '4.3.0', NODE_20],
  ['js/4.3', 'n12', '4.8.2', NODE_12],
];

const UNPADDED = 'Base64 without padding, which no server sends, is read as bytes; the driver refuses it';
const AS_OBJECT =
  'the recorded answer spells a ref with a database as an object, which no database of paths did';
const MINUS_ZERO = 'JSON.parse makes a double of the integer -0, which no server sends and no long is';
const NO_VALUE = 'there is no value: the driver returns undefined';

/** Cases of one release beside those of all: what is recorded of a release depends on what differed from others. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.1.2': {
    'ref native in database, in an object': AS_OBJECT,
    'ref collection in database': AS_OBJECT,
    'ref document, collection in nested database': AS_OBJECT,
    'ref document with its own database': AS_OBJECT,
    'ref keys of database, key inside': AS_OBJECT,
  },
};

describe.each(RECORDED)('%s+%s', (id, profile, version, runtime) => {
  const others = OTHERS[version] ?? {};
  describeRealPrints({
    format: formatFor(id, profile),
    driver: 'js',
    version,
    runtime,
    notPrinted: {
      ...others,
      'bytes unpadded': UNPADDED,
      'long -0': MINUS_ZERO,
      'error 200 without resource': NO_VALUE,
    },
    notRead: { ...others, 'long -0': MINUS_ZERO, 'error 200 without resource': NO_VALUE },
    readLater: ['string looks null, top level', 'string looks number, top level', 'string NaN'],
    onlyWhereRecorded: true,
  });
});

function formatFor(id: string, profile: Profile): Format {
  const traits = IDS.find((one) => one.id === id);
  if (traits === undefined) throw new Error(`no traits for ${id}`);
  return makeFormat({ traits, profile });
}
