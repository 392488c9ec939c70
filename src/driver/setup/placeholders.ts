import { delimiter } from 'node:path';
import type { Placeholder } from '../manifest.ts';

/** Fills in the placeholders of a manifest's text. */
export type Fill = (text: string) => string;

/** The filling for a driver with its folders, both absolute. */
export function placeholders(folders: { readonly source: string; readonly build: string }): Fill {
  const values: Record<Placeholder, string> = {
    ...folders,
    node: process.execPath,
    exe: process.platform === 'win32' ? '.exe' : '',
    pathSeparator: delimiter,
  };
  return (text) =>
    text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
      isPlaceholder(name, values) ? values[name] : whole,
    );
}

/** The same for the values of an environment. */
export function fillAll(
  environment: Readonly<Record<string, string>> = {},
  fill: Fill,
): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

function isPlaceholder(name: string, values: Record<Placeholder, string>): name is Placeholder {
  return Object.hasOwn(values, name);
}
