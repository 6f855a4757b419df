import { widthOf } from '../text.ts';

/**
 * Erases a frame whose lines the terminal has just wrapped because the window became narrower. Ink would erase as many lines as
 * it drew, which are fewer than there are now, and leave broken copies behind.
 */
export function eraseBeforeReflow(stdout: NodeJS.WriteStream, frame: readonly string[]): void {
  const columns = stdout.columns ?? 80;
  const now = frame.reduce((rows, line) => rows + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
  if (now <= frame.length) return;
  // Not `erase below`: tmux would push the erased screen into its history.
  stdout.write(`${'\u001b[1A\u001b[2K'.repeat(now)}\r\u001b[${frame.length}B`);
}
