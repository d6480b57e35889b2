import { escapeMarkup } from '../formats/markup.js';

/** One name with a number before and after. */
export interface Pair {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

const width = 720;
const labels = 160;

/** Horizontal bars, two for each name, with their numbers written at the end. */
export function pairedBars(pairs: readonly Pair[], [first, second]: readonly [string, string]): string {
  const most = Math.max(1, ...pairs.flatMap(({ before, after }) => [before, after]));
  const length = (value: number) => Math.round(((width - labels - 60) * value) / most);
  const bar = (y: number, value: number, color: string) =>
    `<rect x="${labels}" y="${y}" width="${Math.max(1, length(value))}" height="12" rx="2" fill="${color}"/>` +
    `<text x="${labels + length(value) + 8}" y="${y + 10}">${value}</text>`;
  const rows = pairs.map(({ name, before, after }, index) => {
    const y = 28 + index * 44;
    return `<text x="0" y="${y + 18}">${escapeMarkup(name)}</text>${bar(y, before, 'var(--soft)')}${bar(y + 15, after, 'var(--accent)')}`;
  });
  const legend =
    `<rect x="${labels}" y="4" width="12" height="12" fill="var(--soft)"/><text x="${labels + 18}" y="14">${first}</text>` +
    `<rect x="${labels + 90}" y="4" width="12" height="12" fill="var(--accent)"/><text x="${labels + 108}" y="14">${second}</text>`;
  return figure(28 + pairs.length * 44, `${first} and ${second} by concern`, legend + rows.join(''));
}

/** One line over equally spaced points; the first and the last are labelled, each says what it is when pointed at. */
export function lineChart(points: readonly { readonly label: string; readonly value: number }[]): string {
  const height = 220;
  const most = Math.max(1, ...points.map(({ value }) => value));
  const x = (index: number) => 40 + Math.round(((width - 100) * index) / Math.max(1, points.length - 1));
  const y = (value: number) => 16 + Math.round((height - 60) * (1 - value / most));
  const path = points.map(({ value }, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join(' ');
  const dots = points.map(
    ({ label, value }, index) =>
      `<circle cx="${x(index)}" cy="${y(value)}" r="4" fill="var(--accent)"><title>${escapeMarkup(`${label}: ${value}`)}</title></circle>`,
  );
  const ends = [points[0], points.at(-1)].map((point, index) =>
    point === undefined
      ? ''
      : `<text x="${index === 0 ? 40 : width - 60}" y="${height - 16}" text-anchor="${index === 0 ? 'start' : 'end'}">${escapeMarkup(point.label)}</text>`,
  );
  const axis =
    `<line x1="40" x2="${width - 60}" y1="${y(0)}" y2="${y(0)}" stroke="var(--line)"/>` +
    `<text x="0" y="${y(0) + 4}">0</text><text x="0" y="${y(most) + 4}">${most}</text>`;
  return figure(
    height,
    'Violations over commits',
    `${axis}<path d="${path}" fill="none" stroke="var(--accent)" stroke-width="2"/>${dots.join('')}${ends.join('')}`,
  );
}

function figure(height: number, label: string, content: string): string {
  return `<div class="scroll"><svg role="img" aria-label="${escapeMarkup(label)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg></div>`;
}
