import { expect, test } from 'vitest';
import { formatOf } from '../../../src/format/index.ts';
import { build, firstDifference, jsonObject, show, type Value } from '../../../src/value/index.ts';

const { arr, bytes, date, double, long, obj, query, ref, str, ts } = build;
const users = ref('users', ref('collections'));

/** What CPython 2.7.18 wrote for what faunadb 2.12.0 decoded (1.1.0 and 2.6.0 for the older ids). */
const ROWS: readonly (readonly [id: string, value: Value, text: string])[] = [
  [
    'py/2.7+py2',
    arr([str('plain'), str("it's"), str('é'), str('😀')]),
    String.raw`[u'plain', u"it's", u'\xe9', u'\U0001f600']`,
  ],
  [
    'py/2.7+py2',
    obj({ a: ref('1', users) }),
    "{u'a': Ref(id=1, collection=Ref(id=users, collection=Ref(id=collections)))}",
  ],
  ['py/2.7+py2', ts('2018-01-02T03:04:05Z'), "FaunaTime(u'2018-01-02T03:04:05Z')"],
  ['py/2.7+py2', date('2018-01-02'), '2018-01-02'],
  ['py/2.7+py2', str('é'), 'é'],
  ['py/2.7+py2', double(2 ** 53), '9.00719925474e+15'],
  ['py/2.7+py2', double(12345678.9), '12345678.9'],
  ['py/2.7+py2', double(1e15), '1e+15'],
  ['py/2.7+py2', double(1e11), '1e+11'],
  ['py/2.7+py2', double(1e10), '10000000000.0'],
  ['py/2.7+py2', arr([double(0.1 + 0.2), double(1e15)]), '[0.30000000000000004, 1000000000000000.0]'],
  ['py/2.7+py2', long(2n ** 63n), '9223372036854775808'],
  ['py/2.7+py2', arr([long(2n ** 63n), long(2n ** 63n - 1n)]), '[9223372036854775808L, 9223372036854775807]'],
  ['py/2.7+py2', bytes([1, 2, 3, 4]), '\u0001\u0002\u0003\u0004'],
  ['py/2.7+py2', arr([bytes([1, 255])]), String.raw`[bytearray(b'\x01\xff')]`],
  ['py/2.7+py2', query(jsonObject({ lambda: 'x' })), "Query({u'lambda': u'x'})"],
  [
    'py/2.0+py2',
    arr([ref('1', ref('users', ref('classes')))]),
    '[Ref(id=1, class=Ref(id=users, class=Ref(id=classes)))]',
  ],
  ['py/1.1+py2', arr([ref('1', ref('users', ref('classes')))]), "[Ref(u'classes/users/1')]"],
];

test.each(ROWS)('%s prints and reads row %#', (id, value, text) => {
  const format = formatOf(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  expect(format.print(value)).toBe(text);
  const reading = format.parse(text);
  const projected = format.project(value);
  const found = reading.ok && reading.readings.some((one) => firstDifference(one, projected) === undefined);
  expect(found, reading.ok ? reading.readings.map(show).join(' | ') : '').toBe(true);
});

test('bytes that are no UTF-8 stand at the top for themselves only', () => {
  const format = formatOf('py/2.7+py2');
  const projected = format?.project(bytes([0xff, 0x61])) ?? build.nul;
  expect(firstDifference(projected, bytes([0xff, 0x61]))).toBe(undefined);
  expect(firstDifference(format?.project(bytes([0x61])) ?? build.nul, bytes([0x62]))).toBeDefined();
});
