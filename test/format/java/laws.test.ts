import { javaFormats, javaVariants } from '../../../src/format/java/index.ts';
import { describeUnescapedFamily } from '../unescaped-family.ts';

describeUnescapedFamily([...javaFormats, ...javaVariants]);
