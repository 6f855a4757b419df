import { execFile, spawn } from 'node:child_process';

/** What a docker command ended with and said. It never throws: what a failure means is for who asked to say. */
export interface Answer {
  /** 0: it did what it was asked. `null`: there is no such command, or it took too long. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** The docker command. A learner's context, `DOCKER_HOST` and plugins count as they do on the command line. */
export function docker(args: readonly string[], within = 60_000, command = 'docker'): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(command, [...args], { timeout: within, maxBuffer: 1 << 28 }, (failure, out, err) => {
      const exit = failure === null ? 0 : typeof failure.code === 'number' ? failure.code : null;
      resolve({ exit, out, err: err || (exit === null && failure !== null ? failure.message : '') });
    });
  });
}

/** A docker command on this terminal: its input, its output, its colours. Gives the exit code. */
export function dockerAloud(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', [...args], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 130));
  });
}

/** The last line that it complained with, without colours. */
export function complaint({ out, err }: Answer): string {
  const lines = (err.trim() || out.trim()).split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '') ?? 'it said nothing';
}
