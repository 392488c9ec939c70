import { secretsIn } from '../../expect/find-secrets.ts';
import { idTime } from '../../expect/id-time.ts';
import { isSampleSecret } from '../../expect/sample-secret.ts';
import { readSecret, type Secret } from '../../expect/secret.ts';
import type { Segment } from '../extract/segment.ts';
import type { AuditFinding } from '../finding.ts';
import { isoOf } from '../made.ts';
import type { Page, Place } from '../page.ts';

/** A secret on a page, in a sample or anywhere else. */
export interface SecretOnPage {
  readonly place: Place;
  readonly secret: Secret;
}

/** Every secret on a page, as it stands in the file or as a reader sees it, in order. */
export function secretsOn(
  page: Page,
  segments: readonly Segment[],
  place: (offset: number) => Place,
): readonly SecretOnPage[] {
  const offsets = new Map<number, string>();
  for (const { offset, text } of secretsIn(page.text)) offsets.set(offset, text);
  for (const { content } of segments)
    for (const { offset, text } of secretsIn(content.text)) offsets.set(content.at(offset), text);
  return [...offsets]
    .sort(([left], [right]) => left - right)
    .flatMap(([offset, text]) => {
      const reading = readSecret(text);
      return reading.ok ? [{ place: place(offset), secret: reading.secret }] : [];
    });
}

/** What a page gives away: the secret of a key opens a database, that of a token a document's rights in it. */
export function secretFinding({ place, secret }: SecretOnPage, sample: number | undefined): AuditFinding {
  const { kind, id, scope } = secret;
  const whose = `${kind} ${id}, made ${isoOf(idTime(id) * 1000n)}${scope === undefined ? '' : `, of database ${scope}`}`;
  const where = { place, ...(sample === undefined ? {} : { sample }) };
  if (isSampleSecret(secret))
    return {
      level: 'note',
      code: 'sample-secret',
      message: `A secret made up for samples: ${whose}.`,
      ...where,
    };
  return kind === 'key'
    ? { level: 'error', code: 'key-secret', message: `The secret of ${whose}.`, ...where }
    : { level: 'warning', code: 'token-secret', message: `The secret of ${whose}.`, ...where };
}
