/** @jsxImportSource preact */
import { DIFF_DELETE, DIFF_EQUAL, DIFF_INSERT, diffStringsRaw } from 'jest-diff';
import { Verbatim } from './verbatim.tsx';

/** Two texts, one above the other as jest prints them, with the parts that differ marked by more than a colour. */
export function TwoSides({
  left,
  right,
  names: [leftName, rightName],
}: {
  readonly left: string;
  readonly right: string;
  readonly names: readonly [string, string];
}) {
  const parts = differences(left, right);
  return (
    <div class="sides">
      <Side sign="−" name={leftName} parts={parts} own={DIFF_DELETE} />
      <Side sign="+" name={rightName} parts={parts} own={DIFF_INSERT} />
    </div>
  );
}

/** A text with the parts marked that another text has not. */
export function MarkedAgainst({ text, other }: { readonly text: string; readonly other: string }) {
  return <Parts parts={differences(other, text)} own={DIFF_INSERT} />;
}

type Part = readonly [operation: number, text: string];

function Side({
  sign,
  name,
  parts,
  own,
}: {
  readonly sign: string;
  readonly name: string;
  readonly parts: readonly Part[];
  readonly own: number;
}) {
  return (
    <div class={own === DIFF_DELETE ? 'side left' : 'side right'}>
      <span class="name">
        {sign} {name}
      </span>
      <pre>
        <code>
          <Parts parts={parts} own={own} />
        </code>
      </pre>
    </div>
  );
}

function Parts({ parts, own }: { readonly parts: readonly Part[]; readonly own: number }) {
  return (
    <>
      {parts.map(([operation, text], index) => {
        if (operation === DIFF_EQUAL) return <Verbatim key={index} text={text} />;
        return operation === own ? (
          <mark key={index}>
            <Verbatim text={text} />
          </mark>
        ) : null;
      })}
    </>
  );
}

/** Beyond this many characters the texts are compared only at their beginning and end: the search grows quadratic. */
const LONGEST = 4000;

function differences(left: string, right: string): readonly Part[] {
  if (left.length <= LONGEST && right.length <= LONGEST)
    return diffStringsRaw(left, right, true).map((part): Part => [part[0], part[1]]);
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start++;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const middle = (text: string): string => text.slice(start, text.length - end);
  return [
    [DIFF_EQUAL, left.slice(0, start)],
    [DIFF_DELETE, middle(left)],
    [DIFF_INSERT, middle(right)],
    [DIFF_EQUAL, left.slice(left.length - end)],
  ];
}
