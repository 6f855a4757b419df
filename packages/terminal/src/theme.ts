import { Chalk } from 'chalk';

/**
 * The colours. Text that must be read stands in the terminal's own foreground; colour lies on marks and bars, and what it means
 * also stands there as a glyph or a word. Of the sixteen named colours only magenta and red are bearable on black and on white.
 */
export interface Theme {
  /** The one accent: marks, bars, claim badges, the place where the learner types. */
  accent(text: string): string;
  /** What is dead, lost or wrong. */
  bad(text: string): string;
  /** Titles, keys, the number that matters. */
  strong(text: string): string;
  /** A foreign word, a comment in code. */
  slant(text: string): string;
}

export const colours = { accent: 'magenta', bad: 'red' } as const;

export function themeOf(colour: boolean): Theme {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    accent: (text) => chalk[colours.accent](text),
    bad: (text) => chalk[colours.bad](text),
    strong: (text) => chalk.bold(text),
    slant: (text) => chalk.italic(text),
  };
}
