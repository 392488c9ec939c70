/** Strings (spec 4.11). Lengths and places count characters (code points) where nothing else is said. */
import { any, boolean, integer, optional, required, scalar, string, zeroOrMore } from './casts.ts';
import { casefold, NORMALIZERS, type Normalizer } from './text/casefold.ts';
import { charactersOf, checkLength, codePoints } from './text/code-points.ts';
import { expected, expectedText } from '../eval/argument-errors.ts';
import { formatText } from './format/format-text.ts';
import { form, type Form, type Param } from './form.ts';
import { invalidArgument, QueryFailure } from '../eval/failure.ts';
import { javaPattern, type JavaPattern } from './regex/java-pattern.ts';
import { ngrams } from './text/ngrams.ts';
import { Obj } from '../data/obj.ts';
import { replaceMatches } from './regex/replace-matches.ts';
import { respelled } from './respelled.ts';
import { titlecase } from './text/titlecase.ts';
import { typeName } from '../data/type-name.ts';
import type { Data } from '../data/data.ts';
import type { Position } from '../data/position.ts';

/** More repetitions, blanks or matches than this are not made. */
const MOST = 1024n;

/** Java's regular expression. */
const pattern: Param<JavaPattern> = required((value, position) => {
  if (typeof value !== 'string') throw expected(position, ['String'], value);
  const compiled = javaPattern(value);
  if (compiled !== undefined) return compiled;
  throw invalidArgument(position, `Search pattern /${value}/ is not a valid regular expression.`);
});

const normalizer: Param<Normalizer> = required((value, position) => {
  const known = NORMALIZERS.find((name) => name === value);
  if (known !== undefined) return known;
  const [first = '', ...others] = NORMALIZERS.map((name) => `'${name}'`);
  throw invalidArgument(position, expectedText([`String ${first}`, ...others], typeName(value)));
});

export const stringForms: readonly Form[] = [
  form({
    params: { concat: zeroOrMore(string), separator: optional(string) },
    run: ({ concat, separator = '' }) => {
      checkLength(concat.reduce((sum, { length }) => sum + length + separator.length, 0));
      return concat.join(separator);
    },
  }),
  form({
    params: { casefold: zeroOrMore(scalar), normalizer: optional(normalizer) },
    run: ({ casefold: values, normalizer: name = 'NFKCCaseFold' }) => {
      const folded = values.map((value) => (typeof value === 'string' ? casefold(value, name) : value));
      const [only] = folded;
      return folded.length === 1 && only !== undefined ? only : folded;
    },
  }),
  ...respelled(
    'lower_case',
    onText('lowercase', (text) => text.toLowerCase()),
  ),
  ...respelled(
    'upper_case',
    onText('uppercase', (text) => text.toUpperCase()),
  ),
  ...respelled('title_case', onText('titlecase', titlecase)),
  ...respelled('l_trim', onText('ltrim', trimStart)),
  ...respelled('r_trim', onText('rtrim', trimEnd)),
  onText('trim', (text) => trimEnd(trimStart(text))),
  ...respelled('regex_escape', onText('regexescape', quotation)),
  onText('length', (text) => BigInt(codePoints(text))),

  form({
    params: { repeat: string, number: optional(integer) },
    run: ({ repeat, number = 2n }) => {
      const times = count(number);
      checkLength(repeat.length * times);
      return repeat.repeat(times);
    },
  }),
  form({ params: { space: integer }, run: ({ space }) => ' '.repeat(count(space)) }),
  ...respelled(
    'sub_string',
    form({
      params: { substring: string, start: optional(integer), length: optional(integer) },
      run: ({ substring, start = 0n, length }, _context, position) =>
        part(substring, start, length, position),
    }),
  ),
  ...respelled(
    'replace_str',
    form({
      params: { replacestr: string, find: string, replace: string },
      run: ({ replacestr, find, replace }) => {
        const pieces = find === '' ? ['', ...charactersOf(replacestr), ''] : replacestr.split(find);
        checkLength(replacestr.length + pieces.length * replace.length);
        return pieces.join(replace);
      },
    }),
  ),
  ...respelled(
    'replace_str_regex',
    form({
      params: { replacestrregex: string, pattern, replace: string, first: optional(boolean) },
      run: (args) => replaceMatches(args.replacestrregex, args.pattern, args.replace, args.first ?? false),
    }),
  ),
  ...respelled(
    'find_str',
    form({
      params: { findstr: string, find: string, start: optional(integer) },
      run: ({ findstr, find, start }) => {
        const found = findstr.indexOf(find, offset(findstr, start));
        return BigInt(found < 0 ? -1 : codePoints(findstr.slice(0, found)));
      },
    }),
  ),
  ...respelled(
    'find_str_regex',
    form({
      params: { findstrregex: string, pattern, start: optional(integer), num_results: optional(integer) },
      run: ({ findstrregex, pattern: search, start, num_results: limit = MOST }) =>
        search
          .find(findstrregex, offset(findstrregex, start), count(limit))
          .map(({ index, groups: [found = ''] }) => {
            // Places are those of UTF-16 units, as Java's matcher gives them; the last unit of the match counts.
            const end = index + Math.max(found.length - 1, 0);
            return Obj.of({ start: BigInt(index), end: BigInt(end), data: found });
          }),
    }),
  ),
  ...respelled(
    'contains_str',
    form({
      params: { containsstr: string, search: string },
      run: ({ containsstr, search }) => containsstr.includes(search),
    }),
  ),
  ...respelled(
    'contains_str_regex',
    form({
      params: { containsstrregex: string, pattern },
      run: (args) => args.pattern.find(args.containsstrregex, 0, 1).length > 0,
    }),
  ),
  ...respelled(
    'starts_with',
    form({
      params: { startswith: string, search: string },
      run: ({ startswith, search }) => startswith.startsWith(search),
    }),
  ),
  ...respelled(
    'ends_with',
    form({
      params: { endswith: string, search: string },
      run: ({ endswith, search }) => endswith.endsWith(search),
    }),
  ),
  form({
    params: { ngram: zeroOrMore(scalar), min: optional(integer), max: optional(integer) },
    run: ({ ngram, min, max }, _context, position) => {
      const sizes = ngramSizes(min, max, position);
      return ngram.flatMap((value): readonly Data[] =>
        typeof value === 'string' ? ngrams(value, sizes.min, sizes.max) : [value],
      );
    },
  }),
  form({
    params: { format: string, values: zeroOrMore(any) },
    run: ({ format, values }, context, position) => formatText(format, values, position, context),
  }),
  form({
    params: { split_str: string, token: string, count: optional(integer) },
    since: 'UNSTABLE',
    run: ({ split_str: text, token, count: limit = MOST }, _context, position) => {
      const most = splitCount(limit, position);
      const parts = token === '' ? charactersOf(text) : text.split(token);
      if (parts.length <= most) return parts;
      return [...parts.slice(0, most - 1), parts.slice(most - 1).join(token)];
    },
  }),
  form({
    params: { split_str_regex: string, pattern, count: optional(integer) },
    since: 'UNSTABLE',
    run: ({ split_str_regex: text, pattern: separator, count: limit = MOST }, _context, position) => {
      const most = splitCount(limit, position);
      const parts: string[] = [];
      let from = 0;
      for (const { index, groups } of separator.find(text, 0, most - 1)) {
        parts.push(text.slice(from, index));
        from = index + (groups[0] ?? '').length;
      }
      return [...parts, text.slice(from)];
    },
  }),
];

/** A function of one string. */
function onText(name: string, compute: (text: string) => Data): Form {
  return form({ params: { [name]: string }, run: ({ [name]: text = '' }) => compute(text) });
}

function trimStart(text: string): string {
  return text.replace(/^\p{White_Space}+/u, '');
}

function trimEnd(text: string): string {
  // Not by an expression that ends in `+$`: on long runs of blanks inside the text that takes the square of their length.
  let end = text.length;
  while (end > 0 && /^\p{White_Space}$/u.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** `Pattern.quote`: an end of a quotation inside is put outside of it. */
function quotation(text: string): string {
  return `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`;
}

function count(number: bigint): number {
  return Number(number < 0n ? 0n : number > MOST ? MOST : number);
}

/** Where a search begins: outside the text it is its start (recorded, and the core's own rule). */
function offset(text: string, start = 0n): number {
  return start > 0n && start < BigInt(text.length) ? Number(start) : 0;
}

function part(text: string, start: bigint, length: bigint | undefined, position: Position): string {
  if (length !== undefined && length < 0n) throw invalidArgument(position, 'length must be positive');
  const characters = charactersOf(text);
  const from = start < 0n ? start + BigInt(characters.length) : start;
  if (from > characters.length)
    throw invalidArgument(position, 'start must be less than or equal to the string length');
  const begin = Math.max(Number(from), 0);
  const end = length === undefined ? characters.length : begin + Number(length);
  return characters.slice(begin, end).join('');
}

/** The sizes of n-grams; of what is wrong with them everything is told. */
function ngramSizes(
  givenMin: bigint | undefined,
  givenMax: bigint | undefined,
  position: Position,
): { readonly min: number; readonly max: number } {
  const min = givenMin ?? 1n;
  const max = givenMax ?? 2n;
  const problems: string[] = [];
  const hasMin = givenMin !== undefined;
  const hasMax = givenMax !== undefined;
  if (hasMin && (min <= 0n || min > max)) problems.push('min ngram size must be > 0 and <= max');
  if (hasMin && hasMax && max <= 0n) problems.push('max ngram size must be > 0');
  if (hasMax && max > min + 1n) problems.push('max ngram size must be <= min + 1');
  if (hasMin && !hasMax && min < max - 1n) problems.push('min ngram size must be >= max - 1');
  // So the core checks it, although a single size of 1 would do.
  if (hasMax && !hasMin && max <= min) problems.push('max ngram size must be > 0 and >= min');
  if (problems.length === 0) return { min: Number(min), max: Number(max) };
  throw new QueryFailure(
    problems.map((description) => ({ position, code: 'invalid argument', description })),
  );
}

function splitCount(limit: bigint, position: Position): number {
  if (limit <= 0n) throw invalidArgument(position.at('count'), 'count must be count > 0');
  if (limit > MOST) throw invalidArgument(position.at('count'), `count must be count <= ${String(MOST)}`);
  return Number(limit);
}
