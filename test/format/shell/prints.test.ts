import { formatOf, type Format } from '../../../src/format/index.ts';
import { describeRealPrints } from '../real-prints.ts';
import { shellPrints as prints } from './prints.ts';

const MINUS_ZERO = 'JSON.parse makes a double of the integer -0, which no server sends and no long is';

const NO_NAME = 'a method that every object of JavaScript has is no name of a function of FQL';

const UNPADDED = 'Base64 without padding, which no server sends, is read as bytes; the driver refuses it';

/** Every command that was recorded, with the format that prints as it did. */
const RECORDED = [{ id: 'shell/0.3', driver: 'shell prompt', version: '1.2.1' }] as const;

for (const { id, driver, version } of RECORDED)
  describeRealPrints({
    format: needed(id),
    driver,
    version,
    prints,
    notPrinted: { 'bytes unpadded': UNPADDED, 'long -0': MINUS_ZERO },
    notRead: { 'long -0': MINUS_ZERO, 'shell: a name of Object.prototype': NO_NAME },
    onlyWhereRecorded: true,
  });

function needed(id: string): Format {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}
