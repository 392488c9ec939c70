/** The style sheet of the report, inside the page so that one file works offline. Colours pass WCAG AA on both grounds. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --panel: #f6f8fa;
  --pass: #116329; --fail: #a40e26; --known: #7a4b00; --gone: #57606a; --link: #0550ae;
  --red-ground: #fff1f0; --known-ground: #fff8e5; --less: #ffd7d5; --more: #c8f0d0; --mark: #ffe9a8; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --ink: #e6edf3; --soft: #9da7b3; --line: #30363d;
  --panel: #161b22; --pass: #56d364; --fail: #ff8f87; --known: #e3b341; --gone: #9da7b3; --link: #79c0ff;
  --red-ground: #2a1416; --known-ground: #241d0c; --less: #6b1f22; --more: #14532d; --mark: #5c4708; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0 auto; max-width: 96rem; padding: 1.5rem; background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); } a.plain { color: inherit; text-decoration: none; }
a.plain:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { outline: 2px solid var(--link); outline-offset: 4px; border-radius: 4px; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0 0 .25rem; } h4 { font-size: .95rem; margin: 0 0 .25rem; } h5 { font-size: .875rem; margin: 0; }
p { margin: .25rem 0; } ul { padding-left: 1.2rem; margin: .25rem 0; }
.lead { font-size: 1.3rem; font-weight: 600; } .soft { color: var(--soft); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; margin: .5rem 0; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left;
  vertical-align: top; } thead th { background: var(--panel); } tbody th { font-weight: 500; }
/* Positioned, so that its hidden words scroll with it and do not widen the page. */
.scroll { position: relative; overflow-x: auto; overflow-wrap: normal; }
.matrix th:first-child { position: sticky; left: 0; background: var(--panel); overflow-wrap: normal; }
td.cell { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.cell.is-red { background: var(--red-ground); } td.cell.is-known { background: var(--known-ground); }
td.cell .pass { color: var(--soft); } td.cell .fail { font-weight: 700; }
.pass { color: var(--pass); } .fail { color: var(--fail); } .known { color: var(--known); } .gone { color: var(--gone); }
#filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem;
  padding: .5rem 0; margin: 1rem 0; background: var(--ground); border-bottom: 1px solid var(--line); }
#filters fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border: 0; margin: 0; padding: 0; }
#filters legend { float: left; padding: 0; margin-right: .75rem; color: var(--soft); }
#filters output { color: var(--soft); } select, button, input { font: inherit; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--known); border-radius: 6px; margin: .75rem 0;
  padding: .6rem .9rem; } .finding.is-red { border-left-color: var(--fail); }
.move { font-weight: 600; }
pre, code { font: 12.5px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; tab-size: 4; }
code { overflow-wrap: anywhere; }
pre { margin: .25rem 0; padding: .5rem; background: var(--panel); border: 1px solid var(--line); border-radius: 4px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
pre.replay { border-style: dashed; } pre.replay code::before { content: '$ '; color: var(--soft); }
.unseen { color: var(--known); border: 1px dotted currentColor; border-radius: 2px; font-size: .85em; }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid currentColor; font-weight: 700; }
.side.left mark { background: var(--less); } .side.right mark { background: var(--more); }
.side pre { margin-top: 0; } .name { color: var(--soft); font-size: .85rem; }
details.scenario { border: 1px solid var(--line); border-radius: 6px; margin: .75rem 0; padding: 0 1rem; }
summary { cursor: pointer; } details.scenario > summary { padding: .6rem 0; } summary h3 { display: inline; }
.step { border-top: 1px solid var(--line); padding: .9rem 0; }
.exchange code { color: var(--soft); }
.prints { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 1rem;
  margin-top: .5rem; }
.print { min-width: 0; padding-left: .6rem; border-left: 3px solid var(--line); }
.print.is-red { border-left-color: var(--fail); } .print.is-known { border-left-color: var(--known); }
.says, .detail { font-size: .875rem; } .findings { padding: 0; list-style: none; font-size: .875rem; }
.findings li { margin-top: .4rem; } .witnesses { font-size: .875rem; } .witnesses > summary { color: var(--soft); }
dl { margin: .25rem 0; } dt { color: var(--soft); } dd { margin: 0 0 .25rem; }
.witnesses dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .75rem; }
.drivers > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .75rem; padding: .4rem 0;
  border-top: 1px solid var(--line); } .drivers dt { color: inherit; font-weight: 600; }
@media (max-width: 40rem) { html { scroll-padding-top: 0; } body { padding: 1rem; } #filters { position: static; }
  .drivers > div { grid-template-columns: minmax(0, 1fr); gap: 0; } details.scenario { padding: 0 .6rem; }
  .matrix th:first-child { max-width: 8.5rem; overflow-wrap: anywhere; } }
@media print { :root { --ground: #fff; --ink: #000; --soft: #444; --panel: #fff; --pass: #063; --fail: #800; --known: #640;
  --link: #000; --line: #999; --less: #fff; --more: #fff; --mark: #fff; --red-ground: #fff; --known-ground: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; } #filters, nav { display: none; }
  .scroll { overflow: visible; } details::details-content { content-visibility: visible; }
  .finding, .print, tr { break-inside: avoid; } h2, h3, h4, h5 { break-after: avoid; } }
`;
