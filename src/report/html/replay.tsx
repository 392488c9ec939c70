/** @jsxImportSource preact */

/** The one command that shows something again. */
export function Replay({ command }: { readonly command: string }) {
  return (
    <pre class="replay">
      <code>{command}</code>
    </pre>
  );
}
