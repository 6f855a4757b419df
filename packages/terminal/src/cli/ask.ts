import { createInterface } from 'node:readline/promises';
import { Plain } from '@proving/spec';
import { hanging } from '../text.ts';
import type { Call } from './call.ts';

/**
 * Whether to go on with something that cannot be taken back. Asked in a terminal; elsewhere `--yes` has to say so.
 * @throws {Plain} code `answer-needed`, exit 64, where nobody can be asked
 */
export async function confirm({ flags, mode, signal, verb, args, out, paper }: Call, what: string): Promise<boolean> {
  if (flags.yes) return true;
  if (mode === 'plain' || mode === 'json') {
    const named = flags.as === null ? [] : ['--as', JSON.stringify(flags.as)];
    const command = ['pnpm', verb, ...args, ...named, ...(flags.all ? ['--all'] : []), '--yes'].join(' ');
    throw new Plain('answer-needed', 'Nobody is here to be asked, so nothing was done.', { saw: what, fix: command, exit: 64 });
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // A terminal's Ctrl-C goes to the reader, not to the process, as long as it reads.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    for (const line of hanging('  ', what, paper.columns - 2)) out.line(line);
    const answer = await lines.question(`  Go on? ${paper.theme.accent('y or n')}: `, { signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
