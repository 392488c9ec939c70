/** @jsxImportSource preact */

/**
 * What a reader must not miss, and what an HTML parser would drop or turn round: control characters but for line feed and
 * tab, invisible and direction-changing ones (category Cf, line and paragraph separators), halves of surrogate pairs.
 */
const UNSEEN = /((?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])/u;

/** A text as it is, with a visible escape for each character that nobody would see. */
export function Verbatim({ text }: { readonly text: string }) {
  const parts = text.split(UNSEEN);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} class="unseen">
            {`\\u{${part.codePointAt(0)?.toString(16)}}`}
          </span>
        ),
      )}
    </>
  );
}
