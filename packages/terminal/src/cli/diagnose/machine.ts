import { execFile } from 'node:child_process';
import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What this machine is, as far as every command of the course depends on it. Gathered without starting anything that stays. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly node: string;
  /** Null: not on the PATH. */
  readonly pnpm: string | null;
  /** Why no port of 127.0.0.1 can be opened; null when one can. */
  readonly loopback: string | null;
  /** Why nothing can be written to the learner's folder; null when something can. */
  readonly unwritable: string | null;
  readonly terminal: Terminal;
}

export interface Terminal {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly colours: number;
  readonly utf8: boolean;
}

export async function readMachine(home: string, pnpm: string, terminal: Terminal): Promise<Machine> {
  const [version, loopback, unwritable] = await Promise.all([
    pnpm === 'pnpm' ? versionOf('pnpm', ['--version']) : null,
    loopbackRefusal(),
    writeRefusal(home),
  ]);
  const { platform, arch, versions } = process;
  return { platform, arch, node: versions.node, pnpm: version, loopback, unwritable, terminal };
}

/** The first line that a program says about its version; null where there is no such program. */
async function versionOf(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { timeout: 10_000 });
    return stdout.trim().split('\n')[0] ?? null;
  } catch {
    return null;
  }
}

async function loopbackRefusal(): Promise<string | null> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', (error) => done(error.message));
    server.listen(0, '127.0.0.1', () => server.close(() => done(null)));
  });
}

async function writeRefusal(home: string): Promise<string | null> {
  const probe = join(home, `.diagnose-${process.pid}`);
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK);
    await writeFile(probe, '');
    await rm(probe);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}
