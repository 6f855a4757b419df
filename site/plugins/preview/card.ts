/** What a page looks like where somebody sends its address to somebody else. */
export interface Card {
  /** A short line above the title. */
  readonly over: string;
  readonly title: string;
  readonly under: string;
  /** A drawing for the lower half, 1040 px wide; empty for none. */
  readonly drawing: string;
}

/** The size that those who show it ask for, px. */
export const size = { width: 1200, height: 630 } as const;

/** The palette of the pages by day (`src/css/colours.css`); what shows a preview has no night. */
export const colours = {
  ink: '#1a2126',
  muted: '#52606a',
  paper: '#ffffff',
  line: '#dde3e4',
  accent: '#0b5f58',
  other: '#9a3c0c',
  record: '#7d98a1',
} as const;

/** The card as an SVG in the font Inter. */
export function cardSvg({ over, title, under, drawing }: Card): string {
  const px = drawing === '' ? 84 : 62;
  // A letter of Inter's bold is half as wide as it is high, more or less.
  const lines = linesOf(title, Math.floor(1040 / (px * 0.56)));
  const top = 116 + px;
  const height = px * 1.19;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" font-family="Inter">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<rect width="12" height="100%" fill="${colours.accent}"/>`,
    `<circle cx="90" cy="76" r="10" fill="${colours.accent}"/>`,
    text(112, 86, 28, over, colours.muted),
    ...lines.map((line, i) => text(80, top + i * height, px, line, colours.ink, 700)),
    `<g transform="translate(80 ${top + lines.length * height - 26})">${drawing}</g>`,
    `<line x1="80" x2="1120" y1="548" y2="548" stroke="${colours.line}" stroke-width="2"/>`,
    text(80, 592, 28, under, colours.muted),
    '</svg>',
  ].join('');
}

export const text = (x: number, y: number, px: number, words: string, colour: string, weight = 400) =>
  `<text x="${x}" y="${y}" font-size="${px}" font-weight="${weight}" letter-spacing="${weight === 700 ? -0.02 * px : 0}" fill="${colour}">${escaped(words)}</text>`;

/** Words in lines of at most so many letters, and of about the same length. */
export function linesOf(words: string, most: number): readonly string[] {
  const greedy = broken(words, most);
  for (let least = Math.ceil(words.length / greedy.length); least < most; least++) {
    const even = broken(words, least);
    if (even.length === greedy.length && even.every((line) => line.length <= most)) return even;
  }
  return greedy;
}

function broken(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
