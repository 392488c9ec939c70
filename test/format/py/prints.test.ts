import { describe, expect, test } from 'vitest';
import { formatOf, type Format } from '../../../src/format/index.ts';
import { JsonObject, fromWire } from '../../../src/value/index.ts';
import { errorElements } from '../../../src/format/shared/error-elements.ts';
import { realPrints } from '../prints.ts';
import { describeRealPrints } from '../real-prints.ts';

const UNPADDED = {
  'bytes unpadded': 'Base64 without padding, which no server sends, is read as bytes; the driver refuses it',
};
/** Where bytes are not decoded, their Base64 is printed as it came; the model prints that of the database. */
const RAW_BYTES = {
  'bytes url-safe alphabet': 'the spelling of Base64 is no part of a value',
  'bytes url-safe in an object': 'the spelling of Base64 is no part of a value',
  'bytes unpadded': 'the spelling of Base64 is no part of a value',
};
const OBJECT = 'the recorder spelt a ref with a database as an object, which no server of that time sends';
const OBJECT_REFS = {
  'ref native in database, in an object': OBJECT,
  'ref collection in database': OBJECT,
  'ref document, collection in nested database': OBJECT,
  'ref document with its own database': OBJECT,
  'ref keys of database, key inside': OBJECT,
};
/** A path prints bare at the top, and any word might be one: only those of the database's own collections are read as refs. */
const ANY_WORD = {
  'ref native unknown foo_bars': 'any word might be a path',
  'escaped object @ref text': 'any word might be a path',
};
const OTHER_ERRORS = {
  'error body is not JSON': { message: 'Invalid JSON.' },
  'error 200 without resource': { message: 'Response JSON does not contain expected key resource' },
};

describeRealPrints({
  format: format('py/2.7'),
  driver: 'py',
  version: '4.5.1',
  notPrinted: UNPADDED,
  readLater: ['string looks number, top level', 'ref python lookalike id'],
  otherErrors: OTHER_ERRORS,
});
describeRealPrints({ format: format('py/2.7'), driver: 'py', version: '4.3.1', only: 'printed' });
describeRealPrints({ format: format('py/2.7'), driver: 'py', version: '3.0.0', only: 'printed' });
describeRealPrints({ format: format('py/2.0'), driver: 'py', version: '2.6.0', otherErrors: OTHER_ERRORS });
describeRealPrints({
  format: format('py/1.1'),
  driver: 'py',
  version: '1.1.0',
  notPrinted: OBJECT_REFS,
  notRead: { ...OBJECT_REFS, ...ANY_WORD },
  otherErrors: OTHER_ERRORS,
});
describeRealPrints({
  format: format('py/0.1.0'),
  driver: 'py',
  version: '0.1.0',
  notPrinted: RAW_BYTES,
  notRead: RAW_BYTES,
});

/** Inside one id errors changed twice: what is not printed is not read, and nothing else is missing. */
describe('py/2.7 and the errors of its other releases', () => {
  test.each(errorsOf('3.0.0'))('3.0.0 prints a description: $case', (print) => {
    const first = errorElements(print.wire)?.[0];
    const expected =
      print.status === 409
        ? { message: 'Unexpected status code.' }
        : { errors: [{ description: first?.description }] };
    expect(format('py/2.7').parseError(print.printed)).toStrictEqual({ ok: true, error: expected });
  });

  test.each(errorsOf('4.3.1'))('4.3.1 prints all but the cause: $case', (print) => {
    const { cause: _unprinted, ...first } = errorElements(print.wire)?.[0] ?? {};
    const expected = print.status === 409 ? { message: 'Unexpected status code.' } : { errors: [first] };
    expect(format('py/2.7').parseError(print.printed)).toStrictEqual({ ok: true, error: expected });
  });
});

describe('the other format of a neighbour', () => {
  // A liar for each step of the drift: the print of a release is not what the id before or after it prints.
  test.each([
    ['py/0.1.2', '0.1.0', 'bytes 4'],
    ['py/1.1', '0.1.0', 'query in an object'],
    ['py/0.1.2', '4.5.1', 'query in an object'],
    ['py/2.7', '2.6.0', 'token answer (2021 page, JavaScript)'],
    ['py/2.0', '4.5.1', 'token answer (2021 page, JavaScript)'],
    ['py/2.7+py2', '4.5.1', 'token answer (2021 page, JavaScript)'],
  ])('%s does not print as %s does: %s', (id, version, name) => {
    const print = realPrints('py', version).find((one) => one.case === name);
    if (print === undefined || !(print.wire instanceof JsonObject)) throw new Error(`no case ${name}`);
    expect(format(id).print(fromWire(print.wire))).not.toBe(print.printed);
  });
});

function errorsOf(version: string) {
  return realPrints('py', version).filter((print) => print.outcome === 'error');
}

function format(id: string): Format {
  const found = formatOf(id);
  if (found === undefined) throw new Error(`${id} is not in the table of formats`);
  return found;
}
