import { render } from 'ink';
import { eraseBeforeReflow } from './reflow.ts';
import type { Screen } from './screen.ts';
import { type Suspend, View } from './view.tsx';

export interface Mounted {
  readonly suspend: Suspend;
  /** Resolves when everything is drawn and the terminal is the shell's again. */
  leave(): Promise<void>;
}

/** Draws a screen with Ink until it is left. */
export async function mount(
  screen: Screen,
  pressed: (key: string) => void,
  stdout: NodeJS.WriteStream = process.stdout,
  stdin: NodeJS.ReadStream = process.stdin,
): Promise<Mounted> {
  const ready = Promise.withResolvers<{ suspend: Suspend; flushed: () => Promise<void> }>();
  const resized = () => {
    eraseBeforeReflow(stdout, screen.get().live);
    screen.resize(stdout.columns ?? 80, stdout.rows ?? 24);
  };
  // Before Ink's own listener: the old frame must be gone before Ink draws the new one.
  stdout.on('resize', resized);
  const app = render(<View screen={screen} pressed={pressed} ready={(suspend, flushed) => ready.resolve({ suspend, flushed })} />, {
    stdout,
    stdin,
    exitOnCtrlC: false,
    incrementalRendering: true,
    patchConsole: false,
    interactive: true,
  });
  const { suspend, flushed } = await ready.promise;
  return {
    suspend,
    async leave() {
      screen.clear();
      await flushed();
      stdout.off('resize', resized);
      app.unmount();
      await app.waitUntilExit();
    },
  };
}
