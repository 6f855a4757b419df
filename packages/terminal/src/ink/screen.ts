import { liveLines } from '../page/live.ts';
import { pageText } from '../page/page.ts';
import type { Paper } from '../paper.ts';
import { resized } from '../paper.ts';
import type { Said } from '../walk/said.ts';
import type { Walk } from '../walk/walk.ts';

/** What Ink draws: pages that are printed once, and the few lines below them that change. */
export interface Picture {
  readonly printed: readonly string[];
  readonly live: readonly string[];
}

/** The state behind the Ink view. One change of it is one frame at most. */
export class Screen {
  readonly #said: string[] = [];
  #picture: Picture = { printed: [], live: [] };
  #lines: ((rows: number, paper: Paper) => readonly string[]) | null = null;
  #paper: Paper;
  #rows: number;
  readonly #listeners = new Set<() => void>();

  constructor(paper: Paper, rows: number) {
    this.#paper = paper;
    this.#rows = rows;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly get = (): Picture => this.#picture;

  /** Stands on the screen with the next `show`: a page and the lines below it change in one frame, or the page would be pushed up by lines that are on their way out. */
  say(said: Said): void {
    const text = pageText(said, this.#paper);
    if (text !== '') this.#said.push(text.replace(/\n$/, ''));
  }

  show(walk: Walk): void {
    this.draw((rows, paper) => liveLines(walk, rows, paper));
  }

  /** Shows what was said since. */
  flush(): void {
    this.#redraw();
  }

  /** The live lines, made again whenever the window changes. */
  draw(lines: (rows: number, paper: Paper) => readonly string[]): void {
    this.#lines = lines;
    this.#redraw();
  }

  resize(columns: number, rows: number): void {
    this.#paper = resized(this.#paper, columns);
    this.#rows = rows;
    this.#redraw();
  }

  /** Before leaving: what moves is gone, what was said stays. */
  clear(): void {
    this.#lines = null;
    this.#redraw();
  }

  #redraw(): void {
    // A live part as tall as the window would flood the scroll-back with copies of itself.
    const live = this.#lines?.(Math.max(2, this.#rows - 2), this.#paper) ?? [];
    const printed = this.#said.length > 0 ? [...this.#picture.printed, ...this.#said.splice(0)] : this.#picture.printed;
    if (printed !== this.#picture.printed || live.join('\n') !== this.#picture.live.join('\n')) this.#set({ printed, live });
  }

  #set(picture: Picture): void {
    this.#picture = picture;
    for (const listener of this.#listeners) listener();
  }
}
