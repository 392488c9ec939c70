import { build, type RefValue, type UnsaidValue, type Value } from '../../../value/index.ts';
import { choice } from '../../shared/ambiguous/choice.ts';
import { stretch, word } from '../../shared/ambiguous/leaf.ts';
import { later, remembered, type Rule } from '../../shared/ambiguous/rule.ts';
import { sequence } from '../../shared/ambiguous/sequence.ts';
import { replaceLoneSurrogates } from '../../shared/lone-surrogates.ts';
import { pathOf, refOfPath } from '../../shared/path-ref.ts';
import { refRule } from '../../shared/ref-rule.ts';
import { refText } from '../print-value.ts';
import type { ClassNameStyle } from './style.ts';

/** Reads refs in a style, given the rule for a path in its class. */
export function refOf(style: ClassNameStyle['ref'], path: Rule<string>): Rule<Value> {
  if (style === 'path') return sequence([path], (text): Value => refOfPath(text));
  return style === 'members' ? refRule('RefV', 'class') : caseClassRef();
}

/** Prints a ref in a style. */
export function classNameRef(value: RefValue, style: ClassNameStyle['ref']): string {
  if (style === 'path') return `RefV(${replaceLoneSurrogates(pathOf(value), '?')})`;
  return style === 'members' ? refText(value, 'class', 'RefV') : caseClassText(value);
}

/** `RefV(1,Some(RefV(users,Some(RefV(classes,None,None)),None)),None)`, as Scala prints a case class. */
function caseClassText(value: RefValue | UnsaidValue): string {
  if (value.kind === 'unsaid' || typeof value.id !== 'string')
    throw new TypeError('A ref that is not wholly known has no print.');
  const part = (inner: RefValue | UnsaidValue | undefined): string =>
    inner === undefined ? 'None' : `Some(${caseClassText(inner)})`;
  return `RefV(${replaceLoneSurrogates(value.id, '?')},${part(value.collection)},${part(value.database)})`;
}

function caseClassRef(): Rule<RefValue> {
  const self: Rule<RefValue> = later(() => whole);
  const id: Rule<string> = stretch({
    expected: 'an id and ","',
    *ends(text, at) {
      for (let end = text.indexOf(',', at); end !== -1; end = text.indexOf(',', end + 1))
        if (isBehindId(text, end)) yield end;
    },
    fits: (text, at, end) => end >= at && isBehindId(text, end),
    read: (text) => text,
  });
  const part: Rule<RefValue | undefined> = choice<RefValue | undefined>(
    sequence([word('Some('), self, word(')')], (_open, ref) => ref),
    {
      ends: (scan, at) => (scan.text.startsWith('None', at) ? [at + 4] : []),
      reaches: (scan, at, end) => end === at + 4 && scan.text.startsWith('None', at),
      values: () => [undefined],
    },
  );
  const whole: Rule<RefValue> = remembered(
    sequence(
      [word('RefV('), id, word(','), part, word(','), part, word(')')],
      (_open, text, _first, collection, _second, database) => build.ref(text, collection, database),
    ),
  );
  return self;
}

function isBehindId(text: string, end: number): boolean {
  return text.startsWith(',None,', end) || text.startsWith(',Some(RefV(', end);
}
