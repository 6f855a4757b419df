/** The eight marks of the course. Each has one meaning, and a fallback for a terminal that has ASCII only. */
export interface Glyphs {
  readonly leader: string;
  readonly inSync: string;
  readonly outOfSync: string;
  /** Dead or fenced; in a verdict: wrong. */
  readonly dead: string;
  readonly record: string;
  readonly highWatermark: string;
  readonly proved: string;
  readonly next: string;
}

export const unicode: Glyphs = {
  leader: '●',
  inSync: '○',
  outOfSync: '◌',
  dead: '✕',
  record: '▌',
  highWatermark: '│',
  proved: '✓',
  next: '→',
};

export const ascii: Glyphs = {
  leader: 'L',
  inSync: 'o',
  outOfSync: '.',
  dead: 'x',
  record: '#',
  highWatermark: '|',
  proved: 'ok',
  next: '>',
};

/** Whether this terminal can be trusted with more than ASCII. */
export function speaksUtf8(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale) && env['TERM'] !== 'linux' && env['TERM'] !== 'dumb';
}

/** Any text in ASCII, column for column where a figure could stand: punctuation and drawings by their shape, letters without accents. */
export function toAscii(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences pass through as they are
  return text.replaceAll(/[^\x00-\x7f]/gu, (char) => shapes[char] ?? bare(char));
}

function bare(char: string): string {
  const letter = char.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks for ASCII
  return /^[\x00-\x7f]*$/.test(letter) ? letter : '?';
}

const shapes: Readonly<Record<string, string>> = {
  '●': 'L',
  '○': 'o',
  '◌': '.',
  '✕': 'x',
  '▌': '#',
  '✓': 'ok',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '▶': '>',
  '◀': '<',
  '▲': '^',
  '▼': 'v',
  '–': '-',
  '—': '-',
  '−': '-',
  '·': '-',
  '•': '*',
  '…': '...',
  '×': 'x',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '⟨': '<',
  '⟩': '>',
  '‹': '<',
  '›': '>',
  '“': '"',
  '”': '"',
  '„': '"',
  '’': "'",
  '‘': "'",
  '│': '|',
  '┃': '|',
  '═': '=',
  '┄': '.',
  '─': '-',
  '━': '-',
  '┌': '+',
  '┐': '+',
  '└': '+',
  '┘': '+',
  '├': '+',
  '┤': '+',
  '┬': '+',
  '┴': '+',
  '┼': '+',
  '█': '#',
  '░': '.',
  '▓': '#',
  '\u00a0': ' ',
};
