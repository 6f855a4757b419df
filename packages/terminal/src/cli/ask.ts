import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Plain } from '@proving/spec';
import { hanging } from '../text.ts';
import type { Call } from './call.ts';

/** What is typed behind a prompt; null when nobody can be asked any more. */
export async function ask({ signal }: Pick<Call, 'signal'>, prompt: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // A terminal's Ctrl-C goes to the reader, not to the process, as long as it reads.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ended = once(lines, 'close').then(() => null);
  try {
    return await Promise.race([lines.question(`  ${prompt}`, { signal }), ended]);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    lines.close();
  }
}

/**
 * Whether to go on with something that cannot be taken back. Asked in a terminal; elsewhere `--yes` has to say so.
 * @throws {Plain} code `answer-needed`, exit 64, where nobody can be asked
 */
export async function confirm(call: Call, what: string): Promise<boolean> {
  const { flags, mode, verb, args, out, paper } = call;
  if (flags.yes) return true;
  if (mode === 'plain' || mode === 'json') {
    const named = flags.as === null ? [] : ['--as', JSON.stringify(flags.as)];
    const command = ['pnpm', verb, ...args, ...named, ...(flags.all ? ['--all'] : []), '--yes'].join(' ');
    throw new Plain('answer-needed', 'Nobody is here to be asked, so nothing was done.', { saw: what, fix: command, exit: 64 });
  }
  for (const line of hanging('  ', what, paper.columns - 2)) out.line(line);
  return agrees(call, 'Go on?');
}

/** Whether the answer is yes; any other one, and none, is no. */
export async function agrees(call: Pick<Call, 'signal' | 'paper'>, question: string): Promise<boolean> {
  const answer = await ask(call, `${question} ${call.paper.theme.accent('y or n')}: `);
  return /^y(es)?$/i.test(answer?.trim() ?? '');
}
