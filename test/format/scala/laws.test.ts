import { scalaFormats } from '../../../src/format/scala/index.ts';
import { describeUnescapedFamily } from '../unescaped-family.ts';

describeUnescapedFamily(scalaFormats);
