/** The style sheet of the report, inside the page so that one file works offline. Colours pass WCAG AA on both grounds. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --panel: #f6f8fa;
  --pass: #116329; --fail: #a40e26; --known: #7a4b00; --gone: #57606a; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --line: #30363d;
  --panel: #161b22; --pass: #56d364; --fail: #ff7b72; --known: #e3b341; --gone: #9da7b3; --link: #79c0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.lead { font-size: 1.1rem; } .soft { color: var(--soft); }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left;
  vertical-align: top; } thead th { background: var(--panel); } tbody th { font-weight: 500; }
.scroll { overflow-x: auto; }
td.cell { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.pass { color: var(--pass); } .fail { color: var(--fail); } .known { color: var(--known); } .gone { color: var(--gone); }
code { overflow-wrap: anywhere; }
pre, code { font: 12.5px/1.45 ui-monospace, SFMono-Regular, Menlo, monospace; }
pre { margin: .25rem 0; padding: .5rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .75rem 0; padding: 0 1rem; }
details > summary { cursor: pointer; padding: .6rem 0; font-weight: 600; }
.prints { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: .75rem; }
.print { min-width: 0; } .print h4 { margin: 0; font-size: .9rem; }
ul.findings { margin: .25rem 0; padding-left: 1.2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; margin: .5rem 0; } dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
`;
