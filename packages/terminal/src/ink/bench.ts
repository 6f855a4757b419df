import { editorOf, openBeside } from '../open/editor.ts';
import type { Streams } from '../open/options.ts';
import { noEditor } from '../open/showing.ts';
import { pageText } from '../page/page.ts';
import { benchLines } from '../page/workbench-live.ts';
import type { Paper } from '../paper.ts';
import type { BenchStage } from '../workbench/stage.ts';
import type { Mounted } from './mount.tsx';
import { Screen } from './screen.ts';
import { sleep, typedAhead } from './showing.ts';

/** Work on an exercise with Ink: what was said stays, and below it stand what goes on and the keys that work. */
export function inkBench(paper: Paper, { input, output }: Streams): BenchStage {
  const screen = new Screen(paper, output.rows ?? 24);
  let mounted: Mounted | null = null;
  return {
    say: (said) => (mounted ? screen.say(said) : void output.write(pageText(said, paper))),
    show: (bench) => screen.draw((rows, wide) => benchLines(bench, rows, wide)),
    judging: () => () => undefined,
    async open(file) {
      if (!editorOf(process.env) || !mounted) return noEditor(file);
      let failed: string | null = null;
      await mounted.suspend(async () => {
        failed = await openBeside(file, input);
      });
      return failed;
    },
    async drive(session, interrupt) {
      const ahead = typedAhead(input, interrupt);
      await session.settled;
      const { mount } = await import('./mount.tsx');
      const early = ahead();
      const press = (key: string) => {
        if (key === 'ctrl-c') return interrupt();
        if (key === 'ctrl-z') return void mounted?.suspend(sleep);
        void session.press(key);
      };
      mounted = await mount(screen, press, output, input);
      for (const key of early) press(key);
      await session.ended;
    },
    async leave() {
      await mounted?.leave();
    },
  };
}
