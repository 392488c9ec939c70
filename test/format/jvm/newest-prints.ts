import type { UnescapedPrints } from '../unescaped-prints.ts';

const ALPHABET = 'the alphabet on the wire is no part of the value; the server sends the standard one';
const ZONE = 'the server sends UTC only';

/** What of the recorded prints of Java and Scala 4.5.0 is no function of the canonical value, or is ambiguous. */
export const NEWEST_PRINTS: Pick<UnescapedPrints, 'version' | 'notPrinted' | 'notRead' | 'readLater'> = {
  version: '4.5.0',
  notPrinted: {
    'bytes url-safe alphabet': ALPHABET,
    'bytes url-safe in an object': ALPHABET,
    'ts with offset': ZONE,
  },
  notRead: {
    'object duplicate key': 'the driver keeps the last one',
    'strings in an object': 'more than twelve readings: a string in it looks like a second field',
    'ts with offset': ZONE,
  },
  readLater: ['object ambiguous string value', 'object ambiguous key'],
};
