/** The style of a report in HTML, on light and dark screens and on paper. */
export const htmlStyle = `:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #555; --line: #ccc; --paper: #fff; --alarm: #a61b00; --tint: #f5f5f5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --soft: #b0b0b0; --line: #555; --paper: #16181b; --alarm: #ff9b85; --tint: #23262b; } }
body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 15px/1.5 "DejaVu Sans", Verdana, system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { margin: .4rem 0; }
.doc, .outcome, figcaption { color: var(--soft); }
.alarm { color: var(--alarm); font-weight: bold; border: 2px solid; padding: .5rem .8rem; }
.warnings { margin: .8rem 0; padding: .5rem .8rem .5rem 1.8rem; border: 1px solid var(--line); background: var(--tint); }
pre { font: 13px/1.45 "DejaVu Sans Mono", Menlo, Consolas, monospace; background: var(--tint); padding: .6rem .8rem; overflow-x: auto; }
details pre { white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin: .5rem 0 1rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { padding: .25rem 1.1rem .25rem 0; text-align: left; vertical-align: baseline; white-space: nowrap; }
thead th { border-bottom: 1px solid var(--line); color: var(--soft); font-weight: normal; }
tbody th { font-weight: normal; }
.number { text-align: right; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption { font-size: 13px; max-width: 44rem; }
article + article { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 2rem; }
@media print { body { margin: 0; max-width: none; } pre, figure, table { break-inside: avoid; } details { display: none; } }
`;
