import { csFormats, csVariants } from '../../../src/format/cs/index.ts';
import { describeUnescapedFamily } from '../unescaped-family.ts';

describeUnescapedFamily([...csFormats, ...csVariants]);
