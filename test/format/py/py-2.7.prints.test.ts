import { formatOf } from '../../../src/format/index.ts';
import { describeRealPrints } from '../real-prints.ts';

const format = formatOf('py/2.7');
if (format === undefined) throw new Error('py/2.7 is not in the table of formats');

describeRealPrints({
  format,
  driver: 'py',
  version: '4.5.1',
  notPrinted: {
    'bytes unpadded':
      'Base64 without padding, which no server sends, is read as bytes; the driver refuses it',
  },
  readLater: ['string looks number, top level', 'ref python lookalike id'],
  otherErrors: {
    'error body is not JSON': { message: 'Invalid JSON.' },
    'error 200 without resource': { message: 'Response JSON does not contain expected key resource' },
  },
});
