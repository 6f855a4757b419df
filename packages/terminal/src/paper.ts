import { ascii, type Glyphs, unicode } from './glyphs.ts';
import { type Theme, themeOf } from './theme.ts';

/** What a page is written on: how wide, in which marks and colours, for the eye or to be read aloud. */
export interface Paper {
  /** The window's columns. Figures may use them all. */
  readonly columns: number;
  /** Where text ends: at most 72, counted from the window's edge. */
  readonly width: number;
  readonly glyphs: Glyphs;
  readonly theme: Theme;
  /** Plain sentences in place of tables and drawings, nothing that depends on where it stands. */
  readonly aloud: boolean;
  /** Whether OSC 8 links are understood. */
  readonly links: boolean;
  /** How the learner starts a command: `pnpm`, or `npx -y pnpm@12` where pnpm is not on the path. */
  readonly pnpm: string;
}

export const widest = 72;
/** Pages stand two columns in from the edge. */
export const margin = '  ';

export function paperOf(options: {
  readonly columns: number;
  readonly colour: boolean;
  readonly utf8: boolean;
  readonly aloud?: boolean;
  readonly links?: boolean;
  readonly pnpm?: string;
}): Paper {
  const columns = Math.max(24, options.columns);
  return {
    columns,
    width: Math.min(widest, columns),
    glyphs: options.utf8 ? unicode : ascii,
    theme: themeOf(options.colour),
    aloud: options.aloud ?? false,
    links: options.links ?? false,
    pnpm: options.pnpm ?? 'pnpm',
  };
}

/** The same paper after the window was resized. */
export function resized(paper: Paper, columns: number): Paper {
  const c = Math.max(24, columns);
  return { ...paper, columns: c, width: Math.min(widest, c) };
}
