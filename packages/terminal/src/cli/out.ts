import { toAscii } from '../glyphs.ts';
import { schema } from '../json/lines.ts';
import { fitted } from '../text.ts';
import type { Mode } from './mode.ts';

/** Where a verb writes. Text goes line by line; in JSON mode every line is one object with the schema's version. */
export interface Out {
  /** A line for a reader, wrapped below its own beginning where a window is narrower; nothing in JSON mode. */
  line(text?: string): void;
  /** A line for a program; nothing in the other modes. */
  json(type: string, fields: object): void;
  /** In a terminal, a line that the next one replaces; elsewhere an ordinary line. */
  passing(text: string): void;
  /** Takes away the line that is passing, if there is one. */
  clear(): void;
  /** Bytes that are another program's, as they are, in every mode. */
  raw(text: string): void;
}

export function createOut(stream: NodeJS.WriteStream, mode: Mode, ascii: boolean): Out {
  const shown = ascii ? toAscii : (text: string) => text;
  let passing = false;
  const write = (text: string) => {
    stream.write(passing ? `\r\x1b[2K${text}` : text);
    passing = false;
  };
  return {
    line(text = '') {
      if (mode !== 'json') write(`${fitted(shown(text), stream.columns).join('\n')}\n`);
    },
    json(type, fields) {
      if (mode === 'json') stream.write(`${JSON.stringify({ schema, type, ...fields })}\n`);
    },
    passing(text) {
      if (mode === 'json') return;
      if (mode !== 'ink') return write(`${shown(text)}\n`);
      write(shown(text).slice(0, Math.max(1, (stream.columns ?? 80) - 1)));
      passing = true;
    },
    clear: () => write(''),
    raw(text) {
      write(text);
    },
  };
}
