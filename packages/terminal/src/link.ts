import { pathToFileURL } from 'node:url';
import type { Paper } from './paper.ts';

/** A text that opens an address where the terminal knows how (OSC 8), else the text alone. */
export function linked(text: string, url: string, { links }: Pick<Paper, 'links'>): string {
  return links ? `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : text;
}

/** A file as it is named to a reader; `path` where it is not the name itself, from the working directory. */
export function fileLink(name: string, paper: Pick<Paper, 'links'>, path: string = name): string {
  return linked(name, pathToFileURL(path).href, paper);
}
