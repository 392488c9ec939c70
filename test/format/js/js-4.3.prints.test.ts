import { formatOf } from '../../../src/format/index.ts';
import { describeRealPrints } from '../real-prints.ts';

const format = formatOf('js/4.3');
if (format === undefined) throw new Error('js/4.3 is not in the table of formats');

const notJson = {
  'error body is not JSON': {
    type: 'SyntaxError',
    message: `Unexpected token '<', "<html>bad "... is not valid JSON`,
  },
};

describeRealPrints({
  format,
  driver: 'js',
  version: '4.8.2',
  runtime: 'Node.js 20.20.2',
  notPrinted: {
    'long -0': 'JSON.parse makes a double of the integer -0, which no server sends and no long is',
    'bytes unpadded':
      'Base64 without padding, which no server sends, is read as bytes; the driver refuses it',
    'error 200 without resource': 'there is no value: the driver returns undefined',
  },
  notRead: {
    'long -0': 'as above',
    'error 200 without resource': 'as above',
  },
  readLater: ['string looks null, top level', 'string looks number, top level', 'string NaN'],
  otherErrors: notJson,
});

// Another Node.js, which prints frames and headers otherwise; of its values only the layout differs (spec 4.3).
describeRealPrints({
  format,
  driver: 'js',
  version: '4.8.2',
  runtime: 'Node.js 12.22.12',
  only: 'error',
  otherErrors: {
    'error body is not JSON': { type: 'SyntaxError', message: 'Unexpected token < in JSON at position 0' },
  },
});

// The oldest driver of the format, which prints no stack.
describeRealPrints({ format, driver: 'js', version: '4.3.0', only: 'error', otherErrors: notJson });
