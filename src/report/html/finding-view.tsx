/** @jsxImportSource preact */
import type { Result } from '../../verdict/verdict.ts';
import { TwoSides } from './differing.tsx';
import { sidesText } from './values.ts';
import { Verbatim } from './verbatim.tsx';

/** What a check found: the verdict, whose move it is, the words, and both sides with their difference marked. */
export function FindingView({ result: { verdict, finding } }: { readonly result: Result }) {
  if (finding === undefined) return <p>{verdict}</p>;
  const { move, detail, left, right, sides } = finding;
  return (
    <>
      <p class="detail">
        <b>{verdict}</b>
        {move !== 'nobody' && (
          <>
            {' · '}
            <span class="move">{move}’s move</span>
          </>
        )}
        {' · '}
        <Verbatim text={detail} />
      </p>
      {(left !== undefined || right !== undefined) && (
        <SidesOf left={left} right={right} names={sides ?? ['expected', 'found']} />
      )}
    </>
  );
}

function SidesOf({
  left,
  right,
  names,
}: {
  readonly left: Parameters<typeof sidesText>[0];
  readonly right: Parameters<typeof sidesText>[1];
  readonly names: readonly [string, string];
}) {
  const [leftText, rightText] = sidesText(left, right);
  return <TwoSides left={leftText} right={rightText} names={names} />;
}
