import { walkAloud } from '../aloud/ask.ts';
import { inkShowing } from '../ink/showing.ts';
import { jsonLines } from '../json/lines.ts';
import { walkAlone } from '../plain/alone.ts';
import type { Answers } from '../plain/answers.ts';
import { printer } from '../plain/print.ts';
import type { Session, Stage } from '../walk/session.ts';
import { editorOf, openBeside } from './editor.ts';
import type { OpenOptions } from './options.ts';

/** A walk on a screen: where it is seen, what drives it, and how the screen is left. */
export interface Showing {
  readonly stage: Stage;
  /** Resolves when there is nothing more to drive. */
  drive(session: Session): Promise<unknown>;
  /** Opens a file, absolute; resolves with a sentence where there is nothing to open it with. */
  open(file: string): Promise<string | null>;
  leave(): Promise<void>;
}

/** @param silent whether the walk is being left for the exercise, so that no word of leaving is said */
export function showing(options: OpenOptions, answers: Answers | null, silent: () => boolean): Showing {
  const { mode, signal } = options;
  const streams = options.streams ?? { input: process.stdin, output: process.stdout };
  if (mode === 'ink') return inkShowing(options.paper, streams, silent);
  const paper = { ...options.paper, aloud: mode === 'accessible' };
  const write = (text: string) => void streams.output.write(text);
  const { say, told } = mode === 'json' ? jsonLines(write) : printer(write, paper);
  const moves = new Moves();
  return {
    stage: {
      told,
      show: () => moves.moved(),
      say: (said) => (silent() && said.say === 'left' ? undefined : say(said)),
    },
    drive: (session) =>
      mode === 'accessible'
        ? walkAloud(session, () => moves.next(), streams, paper, signal)
        : walkAlone(session, answers, () => moves.next()),
    open: async (file) => (mode === 'accessible' && editorOf(process.env) ? openBeside(file, streams.input) : noEditor(file)),
    leave: async () => undefined,
  };
}

export function noEditor(file: string): string {
  return `Set VISUAL or EDITOR to open files from here. The file is ${file}`;
}

/** Lets a driver sleep until the walk has moved. */
class Moves {
  #next = Promise.withResolvers<void>();

  moved(): void {
    this.#next.resolve();
    this.#next = Promise.withResolvers<void>();
  }

  next(): Promise<void> {
    return this.#next.promise;
  }
}
