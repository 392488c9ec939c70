/**
 * The auditor: a page comes in, its printed samples and what is wrong with them go out. Stretches → prints, grouped by
 * example → formats and dates → checks. Nothing here reads files: `pages.ts` does.
 */
import type { AuditedSample, PageAudit, SecretTotals } from './audited.ts';
import { checkAddresses } from './check/addresses.ts';
import { checkAgreement } from './check/agreement.ts';
import { checkPrinting } from './check/printing.ts';
import type { CheckContext } from './check/report.ts';
import { secretFinding, secretsOn, type SecretOnPage } from './check/secrets.ts';
import { checkTimes } from './check/times.ts';
import { checkTokens, isSound } from './check/tokens.ts';
import { segmentsOf } from './extract/extract.ts';
import { examplesOf } from './find/samples.ts';
import type { AuditFinding } from './finding.ts';
import { judge, type Judged } from './judged.ts';
import { placesOf, type Page } from './page.ts';
import { printedBy } from './printed-by.ts';
import { todayOf } from './today.ts';

/** Audits one page. `now`: microseconds since 1970, before which everything on the page must have happened. */
export function auditPage(page: Page, now: bigint): PageAudit {
  const context: CheckContext = { place: placesOf(page.text), now };

  // 1. Find the samples, and read each of them.
  const segments = segmentsOf(page);
  let number = 0;
  const examples = examplesOf(segments).map((example, index) =>
    example.map((sample) => judge(sample, (number += 1), index + 1)),
  );
  const judged = examples.flat();

  // 2. Say of each what printed it, when, and what is wrong with it.
  const audited = judged.map((one) => auditSample(one, context));

  // 3. Compare the tabs of each example, and look for secrets everywhere on the page.
  const compared = examples.map((example) => checkAgreement(example, context));
  const secrets = secretsOn(page, segments, context.place);
  const findings = [
    ...audited.flatMap((one) => one.findings),
    ...compared.flatMap((one) => one.findings),
    ...secrets.map((one) => secretFinding(one, sampleAround(one, audited))),
  ];
  return {
    path: page.path,
    samples: audited.map(({ sample }) => sample),
    examples: compared.map(({ example }) => example),
    findings: findings.sort((left, right) => left.place.offset - right.place.offset),
    secrets: totalsOf(judged, secrets),
  };
}

interface Audited {
  readonly sample: AuditedSample;
  readonly findings: readonly AuditFinding[];
}

function auditSample(judged: Judged, context: CheckContext): Audited {
  const { sample, best, made } = judged;
  const { at, text } = sample.content;
  const said = { printedBy: printedBy(judged), today: todayOf(judged) };
  const [first] = best;
  return {
    sample: {
      number: judged.number,
      example: judged.example,
      from: context.place(at(0)),
      to: context.place(at(text.length)),
      ...(sample.label === undefined ? {} : { label: sample.label.text }),
      ...(first === undefined ? {} : { fit: first.fit }),
      ...said,
      ...(made === undefined ? {} : { made }),
    },
    findings: [
      ...checkPrinting(judged, said, context),
      ...(judged.isShortened ? [] : [...checkTokens(judged, context), ...checkTimes(judged, context)]),
      ...checkAddresses(judged, context),
    ],
  };
}

function sampleAround({ place }: SecretOnPage, audited: readonly Audited[]): number | undefined {
  return audited.find(({ sample: { from, to } }) => from.offset <= place.offset && place.offset <= to.offset)
    ?.sample.number;
}

function totalsOf(judged: readonly Judged[], secrets: readonly SecretOnPage[]): SecretTotals {
  const tokens = judged
    .filter(({ isShortened }) => !isShortened)
    .flatMap(({ credentials }) => credentials)
    .filter(({ secret }) => secret?.kind === 'token');
  const scopes = secrets.flatMap(({ secret: { scope } }) => scope?.toString() ?? []);
  return {
    tokens: tokens.length,
    sound: tokens.filter(isSound).length,
    keys: secrets.filter(({ secret }) => secret.kind === 'key').length,
    scopes: [...new Set(scopes)],
  };
}
