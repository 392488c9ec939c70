import { formatOf, type Format } from '../../../src/format/index.ts';
import { describeRealPrints } from '../real-prints.ts';
import { shellPrints as prints } from './prints.ts';

const UNPADDED = 'Base64 without padding, which no server sends, is read as bytes; the driver refuses it';
const MINUS_ZERO = 'JSON.parse makes a double of the integer -0, which no server sends and no long is';
const NO_NAME = 'a method that every object of JavaScript has is no name of a function of FQL';
const REPLACED =
  'src/lib/stringify.js puts a text in the place of a word that is also the user’s, or in which dollar signs have a meaning';
const TAKEN_OUT = 'nobody knows what the escape sequence was that is taken out';

const LONG = { 'long -0': MINUS_ZERO };
const NAME = { 'shell: a name of Object.prototype': NO_NAME };
/** What of an inspected print is not as the model has it. */
const INSPECTED = { notPrinted: LONG, notRead: { ...LONG, ...NAME } };
/** Strings by themselves that `console.log` writes as it writes something else. */
const LIKE_OTHERS = ['string looks null, top level', 'string looks number, top level', 'string NaN'];

interface Recorded {
  readonly id: string;
  readonly driver: string;
  readonly version: string;
  readonly runtime?: string;
  readonly notPrinted?: Readonly<Record<string, string>>;
  readonly notRead?: Readonly<Record<string, string>>;
  readonly readLater?: readonly string[];
}

/** Every command that was recorded, with the format that prints as it did. */
const RECORDED: readonly Recorded[] = [
  ...[
    { id: 'shell/0.0', runtime: 'Node.js 20.20.2', notPrinted: LONG, notRead: LONG },
    { id: 'shell/0.0+n12', runtime: 'Node.js 12.22.12', notPrinted: LONG, notRead: LONG },
    // -0 is written `0` there, as what no server sends is read, too.
    { id: 'shell/0.0+n10', runtime: 'Node.js 10.24.1' },
    { id: 'shell/0.0+n8', runtime: 'Node.js 8.17.0' },
  ].map((on) => ({ ...on, driver: 'shell query()', version: '0.0.11', readLater: LIKE_OTHERS })),
  ...[
    { id: 'shell/0.0+repl', runtime: 'Node.js 20.20.2' },
    { id: 'shell/0.0+repl+n10', runtime: 'Node.js 10.24.1' },
  ].map((on) => ({ ...on, driver: 'shell prompt', version: '0.1.1', notPrinted: LONG, notRead: LONG })),
  {
    id: 'shell/0.1.2',
    driver: 'shell prompt',
    version: '0.2.0',
    runtime: 'Node.js 20.20.2',
    notRead: {
      ...NAME,
      'shell: names with dollars': REPLACED,
      'shell: a placeholder as a string': REPLACED,
      'shell: a placeholder as a key': REPLACED,
    },
  },
  { id: 'shell/0.3', driver: 'shell prompt', version: '1.2.1', ...INSPECTED },
  { id: 'shell/eval-json', driver: 'shell eval', version: '1.2.1' },
  { id: 'shell/4.0', driver: 'shell query', version: '4.0.0', ...INSPECTED },
  { id: 'shell/4.0', driver: 'shell query --include stats', version: '4.0.0' },
  {
    id: 'shell/eval-json+4.0',
    driver: 'shell query --json',
    version: '4.0.0',
    notRead: { 'shell: control characters': TAKEN_OUT },
  },
];

for (const { id, notPrinted, ...recorded } of RECORDED)
  describeRealPrints({
    ...recorded,
    format: needed(id),
    prints,
    notPrinted: { 'bytes unpadded': UNPADDED, ...notPrinted },
    onlyWhereRecorded: true,
  });

function needed(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}
