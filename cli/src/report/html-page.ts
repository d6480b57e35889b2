import { escapeMarkup } from '../formats/markup.js';

/** What stands in a cell: text, a number, code, or a share drawn as a bar. */
export type Cell = string | number | { readonly code: string } | { readonly percent: number };

/** A table. Columns whose cells are all numbers are set flush right. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = header.map((title) => `<th scope="col">${escapeMarkup(title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

function cell(content: Cell): string {
  if (typeof content === 'number') return `<td class="number">${content}</td>`;
  if (typeof content === 'string') return `<td>${escapeMarkup(content)}</td>`;
  if ('code' in content) return `<td><code>${escapeMarkup(content.code)}</code></td>`;
  return `<td class="share"><span class="bar"><span style="width:${content.percent}%"></span></span> ${content.percent} %</td>`;
}

/**
 * A page that needs nothing but itself: no script, no font, no image from elsewhere.
 *
 * @param title plain text
 * @param body markup
 */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)} · ssot</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #59636e; --accent: #1a7f37; --track: #e6eaef; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #9198a1; --accent: #3fb950; --track: #2a313c; --bad: #f85149; } }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; }
td.share { white-space: nowrap; }
code { font: 13px ui-monospace, monospace; }
.bar { display: inline-block; width: 6rem; height: .6rem; background: var(--track); border-radius: .3rem; overflow: hidden; vertical-align: middle; }
.bar span { display: block; height: 100%; background: var(--accent); }
.problem { color: var(--bad); }
svg text { fill: currentColor; font: 12px system-ui, sans-serif; }
`;
