import type { Leniency } from '../../format.ts';

export const LAYOUT: Leniency = {
  takes: 'any white space, or none, between tokens; lines without their indentation',
  source:
    'Node.js 8.17.0 to 26.10.0, lib/internal/util/inspect.js, which break lines differently; pages of the documentation of 2020 and 2021, which strip indentation',
};

export const JSON_SPACE: Leniency = {
  takes: 'any white space between tokens',
  source:
    'fauna-shell 4.0.0, src/lib/formatting/colorize.mjs, which indents what fauna-shell 0.11.1 to 3.0.1 write on one line',
};
