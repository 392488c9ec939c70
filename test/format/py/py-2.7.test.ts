import { arbitraryValue } from '../../../src/expect/arbitrary/value.ts';
import { formatOf } from '../../../src/format/index.ts';
import { describeLaws } from '../laws.ts';

const py27 = formatOf('py/2.7');
if (py27 === undefined) throw new Error('py/2.7 is not in the table of formats');

describeLaws({
  format: py27,
  values: arbitraryValue(),
  unusual: arbitraryValue({ names: 'any' }),
  sameButLayout: (left, right) => py27.mask(left) === py27.mask(right),
});
