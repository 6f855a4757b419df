/** Follows the fences of a markdown text line by line (CommonMark 4.5). */
export class Fences {
  /** The line on which the fence that is open now began. */
  open: number | null = null;
  #marks = '';

  /** Whether this line belongs to a fence, its first and last line included. */
  read(content: string, line: number): boolean {
    if (this.open !== null) {
      const mark = /^\s*(`{3,}|~{3,})\s*$/.exec(content)?.[1];
      if (mark?.startsWith(this.#marks)) this.open = null;
      return true;
    }
    const mark = /^\s*(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(content);
    if (!mark) return false;
    this.#marks = (mark[1] ?? mark[2]) as string;
    this.open = line;
    return true;
  }
}

/** A fence of a theory: its info string in parts, and its lines. */
export interface Fence {
  /** Of the opening mark in theory.md, from 1. */
  readonly line: number;
  readonly language: string;
  /** `experiments/01-x.ts` of `ts file=experiments/01-x.ts region=frozen`. */
  readonly file: string | null;
  readonly region: string | null;
  /** `AVRO` of `matrix format=AVRO`. */
  readonly format: string | null;
  readonly body: readonly string[];
}

/**
 * Replaces each fence of a prose block by what `write` makes of it; other lines stay.
 * @param line where the block begins in theory.md
 */
export function mapFences(
  markdown: string,
  line: number,
  write: (fence: Fence, asWritten: readonly string[]) => readonly string[],
): string {
  const fences = new Fences();
  const out: string[] = [];
  let held: string[] = [];
  for (const [i, content] of markdown.split('\n').entries()) {
    const wasOpen = fences.open !== null;
    if (!fences.read(content, line + i)) {
      out.push(content);
      continue;
    }
    held = wasOpen ? [...held, content] : [content];
    if (fences.open === null) out.push(...write(fenceOf(held, line + i + 1 - held.length), held));
  }
  return [...out, ...(fences.open === null ? [] : held)].join('\n');
}

function fenceOf(held: readonly string[], line: number): Fence {
  const info = (held[0] as string).replace(/^\s*[`~]+/, '').trim();
  return {
    line,
    language: /^\S*/.exec(info)?.[0] ?? '',
    file: /(?:^|\s)file=(\S+)/.exec(info)?.[1] ?? null,
    region: /(?:^|\s)region=(\S+)/.exec(info)?.[1] ?? null,
    format: /(?:^|\s)format=(\S+)/.exec(info)?.[1] ?? null,
    body: held.slice(1, -1),
  };
}
