import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

const bin = fileURLToPath(new URL('../../bin/proving.js', import.meta.url));

/** Runs a verb as a learner's shell does, without a terminal, and waits for its end. */
export async function proving(argv: readonly string[], env: Readonly<Record<string, string>> = {}, program = bin): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...bare(), ...env } });
  const text = { out: '', err: '' };
  child.stdout.on('data', (bytes) => (text.out += bytes));
  child.stderr.on('data', (bytes) => (text.err += bytes));
  const [code] = await once(child, 'close');
  return { ...text, code: code as number | null };
}

/** The environment without what a test runner or a terminal put into it. */
export function bare(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'PROVING_HOME'];
  const own = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] as string]])),
  );
  // A locale of its own, so that a machine without one sees the same signs.
  return { ...own, LANG: 'C.UTF-8' };
}
