/**
 * Replaces what stands between two markers of a Markdown page.
 *
 * @param {string} page The page's text.
 * @param {string} name The section's name: it stands between `<!-- begin <name> -->` and `<!-- end <name> -->`.
 * @param {string} content What belongs there.
 * @returns {string} The page with it.
 * @throws {Error} If the page has no such section.
 */
export function replaceSection(page, name, content) {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no section "${name}": write ${begin} and ${end} where it belongs`);
  return `${page.slice(0, from + begin.length)}\n\n${content}\n\n${page.slice(to)}`;
}
