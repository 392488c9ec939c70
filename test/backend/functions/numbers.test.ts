import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askFor, type Row } from './ask-for.ts';

const LARGEST = '9223372036854775807';
const SMALLEST = '-9223372036854775808';

describe('numbers', () => {
  it.each<Row>([
    ['{"add":[1,2,3]}', '6'],
    ['{"add":[1,0.5]}', '1.5'],
    ['{"add":5}', '5'],
    [`{"add":[${LARGEST},1]}`, SMALLEST],
    [`{"multiply":[${LARGEST},2]}`, '-2'],
    ['{"subtract":[1,2.0]}', '-1.0'],
    ['{"divide":[-7,2]}', '-3'],
    ['{"divide":[7,2.0]}', '3.5'],
    [`{"divide":[${SMALLEST},-1]}`, SMALLEST],
    ['{"modulo":[-7,3]}', '-1'],
    ['{"modulo":[142,-10.6491]}', '3.561699999999991'],
    ['{"bitand":[7,162,255]}', '2'],
    ['{"bitand":[1.5,1]}', '1.0'],
    ['{"bitor":50.62}', '50.62'],
    ['{"bitxor":[1.2345678901234568e+17,1.7976931348623157e+308]}', '9.09991524784243E18'],
    ['{"bitnot":1.5}', '-2'],
    [`{"abs":${SMALLEST}}`, SMALLEST],
    ['{"abs":-1.5}', '1.5'],
    ['{"ceil":-0.5}', '-0.0'],
    ['{"floor":3.7}', '3.0'],
    ['{"sign":-19}', '-1'],
    ['{"sign":0}', '0'],
    ['{"sign":0.0}', '1'],
    ['{"sign":-0.0}', '1'],
    ['{"round":1.555}', '1.55'],
    ['{"round":1.25,"precision":1}', '1.3'],
    ['{"round":-1.25,"precision":1}', '-1.2'],
    ['{"round":-2.5,"precision":0}', '-2.0'],
    ['{"round":15,"precision":-1}', '20'],
    ['{"round":-15,"precision":-1}', '-10'],
    ['{"round":2.5,"precision":20}', '2.5000000002328306'],
    ['{"round":1e300,"precision":10}', '9.223372041149743E18'],
    ['{"round":17.8309,"precision":-1}', '20.0'],
    ['{"trunc":-1.999}', '-1.99'],
    ['{"trunc":5e-324,"precision":5}', '0.0'],
    [`{"round":${LARGEST}}`, LARGEST],
    ['{"sqrt":0}', '0.0'],
    ['{"sqrt":41}', '6.4031242374328485'],
    ['{"cosh":1}', '1.543080634815244'],
    ['{"hypot":3}', '4.242640687119285'],
    ['{"hypot":3,"b":4}', '5.0'],
    ['{"pow":39,"exp":-30}', '1.8537953532062405E-48'],
    ['{"pow":3}', '9.0'],
    ['{"pow":10,"exp":400}', '"Infinity"'],
    ['{"log":29.77}', '1.4737788346467247'],
    ['{"ln":10}', '2.302585092994046'],
    ['{"degrees":1}', '57.29577951308232'],
    ['{"radians":12}', '0.20943951023931956'],
    ['{"tanh":1000}', '1.0'],
  ])('%s is %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  it.each<Row>([
    ['{"add":[]}', '["add"] Non-empty array expected.'],
    [
      '{"add":["x",1,true]}',
      '["add",0] Number expected, String provided.\n["add",2] Number expected, Boolean provided.',
    ],
    ['{"divide":[1,0]}', '[] Illegal division by zero.'],
    ['{"modulo":[1.0,0.0]}', '[] Illegal division by zero.'],
    ['{"sqrt":-1}', '[] -1 must be positive'],
    ['{"sqrt":-1.0}', '[] -1.0 must be positive'],
    ['{"asin":1.0001}', '[] 1.0001 must be between -1 and 1 inclusive'],
    ['{"acos":1e21}', '[] 1.0E21 must be between -1 and 1 inclusive'],
    ['{"ln":0}', '[] 0 must be greater than 0'],
    ['{"log":-0.0}', '[] -0.0 must be greater than 0'],
    ['{"round":1.5,"precision":1.0}', '["precision"] Integer expected, Double provided.'],
  ])('%s is refused: %s', async (query, answer) => {
    expect(await askFor(query)).toBe(answer);
  });

  const long = fc.bigInt({ min: BigInt(SMALLEST), max: BigInt(LARGEST) });
  it('integers are a ring of 64 bits', async () => {
    await fc.assert(
      fc.asyncProperty(long, long, async (a, b) => {
        const ask = (name: string): Promise<string> => askFor(`{"${name}":[${String(a)},${String(b)}]}`);
        expect(await ask('add')).toBe(String(BigInt.asIntN(64, a + b)));
        expect(await ask('subtract')).toBe(String(BigInt.asIntN(64, a - b)));
        expect(await ask('multiply')).toBe(String(BigInt.asIntN(64, a * b)));
        expect(await ask('bitxor')).toBe(String(a ^ b));
      }),
      { numRuns: 50 },
    );
  });

  it('quotient and remainder make up the dividend', async () => {
    await fc.assert(
      fc.asyncProperty(
        long,
        long.filter((b) => b !== 0n),
        async (a, b) => {
          const [x, y] = [String(a), String(b)];
          const query = `{"add":[{"multiply":[{"divide":[${x},${y}]},${y}]},{"modulo":[${x},${y}]}]}`;
          expect(await askFor(query)).toBe(x);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('`bit_and` and its kin have their names from version UNSTABLE on', async () => {
    expect(await askFor('{"bit_and":[6,3]}', 'UNSTABLE')).toBe('2');
    expect(await askFor('{"bit_not":1}', 'UNSTABLE')).toBe('-2');
    expect(await askFor('{"bitand":[6,3]}', 'UNSTABLE')).toContain('No form/function found');
  });
});
