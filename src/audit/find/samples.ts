/** From the stretches of a page to its samples, grouped by the example that they show in one language each. */
import type { Segment } from '../extract/segment.ts';
import { findPrints, type Found, type Line, type Recognized } from './find-prints.ts';
import { labelsIn, type Label } from './labels.ts';
import { speaksOfTheDatabase } from './marks.ts';

/** A print on a page, with what the page says around it. */
export interface Sample extends Found {
  /** The tab that shows it. */
  readonly label?: Label;
}

/** Samples that show one thing, in one language each: nothing that people read stands between them. */
export type Example = readonly [Sample, ...Sample[]];

/** The examples of a page, in order. Prints that could be anything count only beside others that could not. */
export function examplesOf(segments: readonly Segment[]): readonly Example[] {
  const examples: (readonly Sample[])[] = [];
  let example: Sample[] = [];
  let labels: Label[] = [];
  // A bar of tabs stands before all of its samples.
  let bar: readonly Label[] = [];
  const end = (): void => {
    if (example.length > 0) examples.push(barred(example, bar));
    example = [];
    bar = [];
  };
  for (const { item, kind } of itemsOf(segments)) {
    if (item.kind === 'print') {
      if (labels.length > 1 && example.length === 0) bar = labels;
      const label = labels.length === 1 ? labels[0] : undefined;
      example.push({ ...item, ...(label === undefined ? {} : { label }) });
      labels = [];
    } else if (kind === 'text') {
      const named = labelsIn(item.content.text);
      if (named === undefined) end();
      labels = named === undefined ? [] : distinct([...labels, ...named]);
    }
  }
  end();
  return examples.flatMap((samples) => {
    const [first, ...rest] = samples;
    return first === undefined || samples.every(({ isPlain }) => isPlain) ? [] : [[first, ...rest] as const];
  });
}

function itemsOf(segments: readonly Segment[]): readonly { item: Found | Line; kind: Segment['kind'] }[] {
  // Without a word of the database there is nothing that plain prints could stand beside.
  if (!segments.some(({ content }) => speaksOfTheDatabase(content.text))) return [];
  const recognized: Recognized = new Map();
  return segments.flatMap((segment) =>
    findPrints(segment, recognized).map((item) => ({ item, kind: segment.kind })),
  );
}

/** A tab may be named twice, in its markup and for its reader. */
function distinct(labels: readonly Label[]): Label[] {
  const isFirst = ({ families }: Label, index: number): boolean =>
    labels.findIndex((one) => one.families.join() === families.join()) === index;
  return labels.filter(isFirst);
}

/** The samples with the labels of the bar before them, where there are as many. */
function barred(samples: readonly Sample[], bar: readonly Label[]): readonly Sample[] {
  if (bar.length !== samples.length) return samples;
  return samples.map((sample, index) => {
    const label = bar[index];
    return sample.label === undefined && label !== undefined ? { ...sample, label } : sample;
  });
}
