import { firstDifference, pathText, show, type Value } from '../../value/index.ts';
import type { AuditedExample } from '../audited.ts';
import type { AuditFinding } from '../finding.ts';
import type { Judged } from '../judged.ts';
import { withoutSecrets } from '../without-secrets.ts';
import { inSample, type CheckContext } from './report.ts';

/** Samples that may be what the others are measured against: more than there are languages. */
const MOST_TABS = 16;

/**
 * Whether the tabs of one example describe one value. Silence agrees with everything, so agreement is measured against one
 * of the tabs: that with which the most agree.
 */
export function checkAgreement(
  example: readonly Judged[],
  context: CheckContext,
): { readonly example: AuditedExample; readonly findings: readonly AuditFinding[] } {
  const read = example.filter(({ values, isShortened }) => values.length > 0 && !isShortened);
  const agreeing = (one: Judged): number => read.filter((other) => agree(one, other)).length;
  const reference = read
    .slice(0, MOST_TABS)
    .reduce<Judged | undefined>(
      (best, one) => (best === undefined || agreeing(one) > agreeing(best) ? one : best),
      undefined,
    );
  const most = reference === undefined ? 0 : agreeing(reference);
  const findings = read.flatMap((one) => {
    if (reference === undefined || agree(reference, one)) return [];
    const message = `Another value than in sample ${nameOf(reference)}${firstOf(reference, one)}.`;
    return [inSample(one, context, { level: 'warning', code: 'tabs-differ', message })];
  });
  return { example: { number: example[0]?.example ?? 0, samples: read.length, agreeing: most }, findings };
}

function agree(left: Judged, right: Judged): boolean {
  if (left.sample.content.text === right.sample.content.text) return true;
  return firstDifference(anyOf(left.values), anyOf(right.values)) === undefined;
}

function anyOf(values: readonly Value[]): Value {
  return { kind: 'oneOf', options: values };
}

/** The first difference of what the two most likely say, if that tells. */
function firstOf(reference: Judged, one: Judged): string {
  const [left] = reference.values;
  const [right] = one.values;
  const difference = left && right && firstDifference(left, right);
  if (difference === undefined) return '';
  const side = (value: Value | undefined): string =>
    value === undefined ? 'nothing' : shortened(show(value));
  return `: ${pathText(difference.path)} is ${side(difference.right)} here, ${side(difference.left)} there`;
}

function nameOf({ sample, number }: Judged): string {
  return sample.label === undefined ? `${number}` : `${number} (${sample.label.text})`;
}

/** Values differ by the secret often enough; a message quotes none. */
function shortened(text: string): string {
  const safe = withoutSecrets(text);
  return safe.length > 80 ? `${safe.slice(0, 80)}…` : safe;
}
