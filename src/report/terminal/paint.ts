import { styleText } from 'node:util';

export type Painter = (text: string) => string;

/** The colours of the table; each also has a word or a sign beside it. */
export interface Paint {
  readonly plain: Painter;
  readonly red: Painter;
  readonly known: Painter;
  readonly green: Painter;
  readonly soft: Painter;
}

/** Colours, or none. */
export function paintWith(colour: boolean): Paint {
  const plain: Painter = (text) => text;
  if (!colour) return { plain, red: plain, known: plain, green: plain, soft: plain };
  const style =
    (format: Parameters<typeof styleText>[0]): Painter =>
    (text) =>
      styleText(format, text, { validateStream: false });
  return { plain, red: style('red'), known: style('yellow'), green: style('green'), soft: style('dim') };
}
