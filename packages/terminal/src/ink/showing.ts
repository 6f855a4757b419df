import { editorOf, openBeside } from '../open/editor.ts';
import type { Streams } from '../open/options.ts';
import { noEditor, type Showing } from '../open/showing.ts';
import { pageText } from '../page/page.ts';
import type { Paper } from '../paper.ts';
import type { Session } from '../walk/session.ts';
import type { Mounted } from './mount.tsx';
import { Screen } from './screen.ts';

/** A walk with Ink. The first pages are printed at once; Ink is loaded behind them, and everything after that is its own. */
export function inkShowing(paper: Paper, { input, output }: Streams, silent: () => boolean): Showing {
  const screen = new Screen(paper, output.rows ?? 24);
  let mounted: Mounted | null = null;
  return {
    stage: {
      say(said) {
        if (silent() && said.say === 'left') return;
        if (mounted) screen.say(said);
        else output.write(pageText(said, paper));
      },
      told: () => undefined,
      show: (walk) => screen.show(walk),
    },
    async drive(session) {
      const ahead = typedAhead(input, () => void session.interrupt());
      await session.settled;
      const { mount } = await import('./mount.tsx');
      const early = ahead();
      mounted = await mount(screen, (key) => press(session, key, () => mounted), output, input);
      for (const key of early) void session.press(key);
      await session.ended;
    },
    async open(file) {
      if (!editorOf(process.env) || !mounted) return noEditor(file);
      let failed: string | null = null;
      await mounted.suspend(async () => {
        failed = await openBeside(file, input);
      });
      return failed;
    },
    async leave() {
      await mounted?.leave();
    },
  };
}

/** What is typed while Ink is being loaded: not echoed, and kept for the call that ends this. Ctrl-C counts at once. */
export function typedAhead(input: NodeJS.ReadStream, interrupt: () => void): () => readonly string[] {
  const typed: string[] = [];
  // Ink reads in this way too; a stream that had once flowed would not go back to it.
  const heard = () => {
    for (let bytes = input.read(); bytes !== null; bytes = input.read()) {
      for (const char of String(bytes)) {
        if (char === '\u0003') interrupt();
        else typed.push(char === '\r' ? 'return' : char);
      }
    }
  };
  input.setRawMode?.(true);
  input.on('readable', heard);
  return () => {
    input.off('readable', heard);
    return typed;
  };
}

function press(session: Session, key: string, mounted: () => Mounted | null): void {
  if (key === 'ctrl-c') return void session.interrupt();
  if (key === 'ctrl-z') return void mounted()?.suspend(sleep);
  void session.press(key);
}

/** Ctrl-Z: raw mode swallows it, so the process stops itself and goes on with `fg`. */
export async function sleep(): Promise<void> {
  const woken = Promise.withResolvers<void>();
  process.once('SIGCONT', () => woken.resolve());
  process.kill(process.pid, 'SIGTSTP');
  await woken.promise;
}
