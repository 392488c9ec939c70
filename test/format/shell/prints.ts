/**
 * Real prints of Fauna Shell (`fixtures/shell-prints.README.md`): the driver's name in them is the command that printed.
 */
import { readPrints } from '../prints.ts';

export const shellPrints = readPrints('shell-prints.jsonl.gz');
