import type { Recognition } from '../recognize/index.ts';
import { inGeneration, type Value } from '../value/index.ts';
import { credentialsIn, type Credential } from './credentials.ts';
import type { Sample } from './find/samples.ts';
import { made } from './made.ts';
import { rated } from './sober.ts';
import type { Made } from './audited.ts';

/** A sample with what follows from its text. */
export interface Judged {
  readonly number: number;
  readonly example: number;
  readonly sample: Sample;
  /** The recognitions that fit best; worse ones did not print it. */
  readonly best: readonly Recognition[];
  /** Everything that it may say, in today's words, likeliest first. */
  readonly values: readonly Value[];
  /** The tokens and keys in its likeliest value. */
  readonly credentials: readonly Credential[];
  readonly made: Made | undefined;
  /** The page leaves parts of it out, with dots in their place: it does not say what is missing. */
  readonly isShortened: boolean;
}

/** Draws the conclusions from a sample's text. */
export function judge(sample: Sample, number: number, example: number): Judged {
  const best = bestOf(sample);
  const values = best.flatMap(({ readings }) => readings).map((value) => inGeneration(value, 'collections'));
  const [likeliest] = values;
  const credentials = likeliest === undefined ? [] : credentialsIn(likeliest);
  const [credential] = credentials;
  return {
    number,
    example,
    sample,
    best,
    values,
    credentials,
    made: credential === undefined ? undefined : made(credential),
    isShortened: /…|\w\.\.\.(?=["')\]}\s,]|$)/.test(sample.content.text),
  };
}

/**
 * The recognitions that count: those that take the least structure for content (an id `1", collection = …` is one that no
 * database makes), and of those the ones that fit best.
 */
function bestOf({ recognitions, content }: Sample): readonly Recognition[] {
  const printed = recognitions.filter(({ fit }) => fit !== 'lenient');
  const all = (printed.length > 0 ? printed : recognitions).map((one) => rated(one, content.text));
  const least = all.reduce((min, { odd }) => Math.min(min, odd), Number.POSITIVE_INFINITY);
  const sober = all.filter(({ odd }) => odd === least).map(({ recognition }) => recognition);
  return sober.filter(({ fit }) => fit === sober[0]?.fit);
}
