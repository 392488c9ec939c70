import { formats } from '../../format/index.ts';
import { withoutSecrets } from '../without-secrets.ts';
import { recognizeErrors, type ErrorRecognition, type Recognition } from '../../recognize/index.ts';
import { MARKS } from '../../recognize/marks.ts';
import type { TextError } from '../../value/index.ts';
import type { PrintedBy, Today } from '../audited.ts';
import { familyOf } from '../../format/index.ts';
import type { AuditFinding } from '../finding.ts';
import type { Judged } from '../judged.ts';
import { isTooEarly } from '../printed-by.ts';
import { inSample, type CheckContext } from './report.ts';

/** Characters of what a driver prints that a message quotes. */
const QUOTED = 160;

/** Whether a driver ever printed the sample, and whether today's still does. */
export function checkPrinting(
  judged: Judged,
  said: { readonly printedBy: readonly PrintedBy[]; readonly today: readonly Today[] },
  context: CheckContext,
): readonly AuditFinding[] {
  const { best, sample } = judged;
  const [first] = best;
  if (judged.isShortened)
    return [
      inSample(judged, context, {
        level: 'note',
        code: 'shortened',
        message: 'Dots stand for parts of it that the page leaves out: it is not judged further.',
      }),
    ];
  if (first === undefined) return printedByNone(judged, context);
  const report = (
    level: 'error' | 'warning' | 'note',
    code: AuditFinding['code'],
    message: string,
  ): AuditFinding => inSample(judged, context, { level, code, message });
  const findings: AuditFinding[] = [];
  if (first.fit === 'lenient')
    findings.push(report('warning', 'edited', editedText(first, said.printedBy[0]?.format ?? first.by.id)));
  if (first.fit === 'layout')
    findings.push(report('note', 'layout', `Its white space is not that of ${first.by.id}.`));
  if (isTooEarly(judged))
    findings.push(
      report(
        'warning',
        'too-early',
        `Its secret was made ${judged.made?.secret ?? ''}, before any release that prints so.`,
      ),
    );
  const families = sample.label?.families;
  if (families !== undefined && !best.some(({ format }) => families.includes(familyOf(format)))) {
    const drivers = [...new Set(best.map(({ format }) => format.about.driver))].join(' or ');
    findings.push(
      report(
        'error',
        'other-driver',
        `The tab says ${sample.label?.text ?? ''}; this is a print of ${drivers}.`,
      ),
    );
  }
  // What was never printed is not out of date.
  if (first.fit !== 'lenient')
    for (const [text, drivers] of changed(said.today))
      findings.push(
        report('warning', 'outdated', `Today ${drivers.join(' and ')} would print ${quoted(text)}`),
      );
  return findings;
}

/** What today's drivers print otherwise, by text: Java and Scala mostly agree. */
function changed(today: readonly Today[]): ReadonlyMap<string, readonly string[]> {
  const byText = new Map<string, readonly string[]>();
  for (const { state, driver, text = '' } of today)
    if (state === 'changed') byText.set(text, [...(byText.get(text) ?? []), driver]);
  return byText;
}

function editedText({ by, reason }: Recognition, closest: string): string {
  return familyOf(by) === 'http'
    ? `The database answers otherwise: this is a part of an answer as ${closest} has it, or no answer at all.`
    : `No release prints just this; ${closest} comes closest (${reason}).`;
}

function printedByNone(judged: Judged, context: CheckContext): readonly AuditFinding[] {
  const { text, at } = judged.sample.content;
  if (recognizeErrors(text).some(saysMoreThanWords)) return [];
  const closest = closestTo(text);
  const message =
    closest === undefined
      ? 'No driver prints this.'
      : `No driver prints this. ${closest.id} comes closest, and expects ${closest.error.expected} here.`;
  const place = context.place(at(closest?.error.offset ?? 0));
  return [{ level: 'error', code: 'printed-by-none', message, place, sample: judged.number }];
}

/** Some drivers print an error as its message alone, so that any text may be one. */
function saysMoreThanWords({ error: { status, errors = [] } }: ErrorRecognition): boolean {
  return status !== undefined || errors.some(({ code }) => code !== undefined);
}

interface Closest {
  readonly id: string;
  readonly error: TextError;
  readonly marks: number;
}

/**
 * The format whose marks the text shows most of, and of those the one that reads furthest before it breaks off; of equals, the
 * newer. Formats without quotes read on through anything, so that how far says little by itself.
 */
function closestTo(text: string): Closest | undefined {
  let closest: Closest | undefined;
  for (const format of formats) {
    const reading = format.parse(text);
    const error = reading.ok ? reading.onlyAsString : reading.error;
    if (error === undefined) continue;
    const marks = MARKS.filter(
      ({ families, pattern }) => families.includes(familyOf(format)) && pattern.test(text),
    ).length;
    const isCloser =
      closest === undefined ||
      marks > closest.marks ||
      (marks === closest.marks && error.offset >= closest.error.offset);
    if (isCloser) closest = { id: format.id, error, marks };
  }
  return closest;
}

function quoted(text: string): string {
  const line = withoutSecrets(text).replaceAll(/\s*\n\s*/g, ' ');
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}
